import { randomInt } from 'node:crypto'

/** The longest name that is suggested, blank included: it must fit the narrowest seat. */
export const maxSuggestedLength = 14

/**
 * Words for suggested names. Any two of a language go together: in German all animals are masculine and so are all adjectives, in
 * Arabic likewise, in Spanish and French the adjectives have one form for both genders. No animal is a vermin or an insult
 * somewhere (no `zorra`, `grue`, `pato`, no pig, rat, donkey or whale), no word has to do with politics or bodies.
 */
const words = {
  en: {
    isAdjectiveFirst: true,
    adjectives: `Brisk Calm Bright Merry Happy Sunny Lucky Quick Gentle Kind Brave Clever Jolly Lively Nimble Cosy Bold Cheery
      Quiet Proud Witty Keen Neat Snowy Golden Silver Amber Azure Minty Breezy`,
    animals: `Otter Lynx Panda Koala Robin Heron Finch Puffin Badger Owl Hare Seal Dolphin Penguin Falcon Swan Crane Lark Wren
      Deer Moose Yak Llama Alpaca Gecko Turtle Zebra Giraffe Toucan Parrot Kiwi Bison Lemur Wombat Okapi Marmot Osprey`,
  },
  de: {
    isAdjectiveFirst: true,
    adjectives: `Kluger Flotter Froher Netter Wacher Bunter Heller Lieber Kecker Flinker Ruhiger Sanfter Mutiger Stolzer Weiser
      Treuer Leiser Feiner Guter Edler Lustiger Tapferer Heiterer Munterer Schlauer Goldener Rascher Fescher`,
    animals: `Otter Luchs Dachs Biber Igel Fuchs Panda Koala Falke Specht Storch Kranich Pinguin Delfin Elch Adler Uhu Fink
      Pirol Kiwi Tukan Yak Hirsch Tiger Gepard Gecko Wombat Lemur Pfau Schwan Reiher Rabe Kolibri Löwe Puma Panther`,
  },
  es: {
    isAdjectiveFirst: false,
    adjectives: `Feliz Alegre Amable Valiente Veloz Ágil Genial Fuerte Dulce Noble Leal Audaz Libre Gentil Tenaz Prudente Elegante
      Celeste Hábil Ilustre Sensible Paciente Cordial Puntual Estelar Singular Radiante`,
    animals: `Nutria Lince Panda Koala Búho Ciervo Delfín Alce Tucán Loro Colibrí Halcón Águila Garza Cisne Jirafa Cebra Llama
      Alpaca Vicuña Puma Jaguar Tigre León Canguro Castor Erizo Liebre Gacela Grulla Gorrión Mirlo Quetzal Bisonte
      Reno Cóndor Tejón Corzo Ibis`,
  },
  fr: {
    isAdjectiveFirst: false,
    adjectives: `Agile Aimable Brave Calme Drôle Fidèle Habile Honnête Juste Libre Noble Rapide Sage Sensible Simple Solide Tendre
      Timide Magique Superbe Modeste Alerte Tonique Sublime Adorable Tenace Poétique`,
    animals: `Loutre Lynx Panda Koala Renard Hibou Cerf Dauphin Ours Élan Toucan Colibri Faucon Aigle Héron Cygne Girafe Zèbre
      Lama Alpaga Puma Jaguar Tigre Lion Castor Lièvre Gazelle Merle Pélican Bison Narval Renne Chamois Mésange Pinson
      Loir Tortue Marmotte Cigogne Wombat`,
  },
  ar: {
    isAdjectiveFirst: false,
    adjectives: `سعيد سريع ذكي شجاع لطيف مرح نشيط هادئ ودود كريم أنيق وفي حكيم بارع ماهر رشيق باسم مشرق ذهبي فضي نبيل لامع صبور
      متفائل بديع رائع واثق لبق مبدع`,
    animals: `نمر فهد صقر نسر غزال دلفين بطريق طاووس بلبل عندليب كناري هدهد لقلق طوقان حصان جمل ظبي أيل وعل شبل عصفور كنغر
      سنجاب قندس باز شاهين حسون`,
  },
} as const

export type NameLanguage = keyof typeof words

/** Every name that can be suggested in a language. */
export function suggestedNames(language: NameLanguage): string[] {
  const { isAdjectiveFirst, adjectives, animals } = words[language]
  return split(animals)
    .flatMap((animal) =>
      split(adjectives).map((each) => (isAdjectiveFirst ? [each, animal] : [animal, each])),
    )
    .map((pair) => pair.join(' '))
    .filter((name) => name.length <= maxSuggestedLength)
}

/** A name for somebody who does not want to think of one: "Brisk Otter". */
export function suggestName(language: NameLanguage): string {
  const names = suggestedNames(language)
  return names[randomInt(names.length)] as string
}

/** The suggested name that always stands for the same player, where their own is not for strangers. */
export function neutralName(playerId: string): string {
  const names = suggestedNames('en')
  return names[Number.parseInt(playerId.slice(0, 8), 16) % names.length] as string
}

function split(list: string): string[] {
  return list.split(/\s+/)
}
