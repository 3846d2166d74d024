import { describe, expect, test } from 'vitest'
import { isInsultingName, isNameForStrangers, isRefusedName, ownName, parseName } from './names'

const people = `
  Georgy Fukuda Dickinson Dickson Cummings Harshit Akshit Shital Wankhede Slutsky Porntip Pornchai Fagan Hooker Boobalan Hancock
  Lipschitz Cockburn Shitara Dikshit Titus Assad Nigel Sandpiper Cummins Babcock Woodcock Sexton Analise Kuntz Wang Phuc Faggin
  Hoare Peniston Gaylord Bonar Fuchs Fuk Butts Bastien Dong Cumberbatch Tittle Twatt Arsenault Raper Crapper Dyke Weiner Dick
  Cox Koch Kock Hiscock Peacock Hitchcock Cochran Fanny Randy Gay Semen Titti Tit Putte Putta Nazir Nazim Hashit Dixit Shitole
  Chutia Chutiya Lund Randi Kaka Kok Poon Poo Suksin Fukui Fukunaga Shimata Wanko Cuntz Kunta Wigger Nigg Conard Connar Analia Anal Assunta Cassandra Bass
  Massad Arsène Bích Phúc Dũng Nguyễn Nigar Negredo Nègre Mariconda Putnam Verga Polla Huré Fick Ficken Penner Fagerberg Hoerr
  Schittenhelm Möser Mose Cono Pede Kanak Spasski Zorrilla Kuti Cockerell DeCock Spicher Horný Assis Kike Paki Negro Coons Isis
  Shinde Manish Gaandhi Kumar Mohammed Abdelkader Oluwaseun Chukwu Ngozi Wanjiru Suparat Thitiporn Supaporn Nattaporn Hitomi
  Mehmet Cüneyt Götz Göktürk Şahika Çiçek İpek Wojciech Kurwicki Kurowski Szczepan Ludmiła Пётр Сукач Ебергард Хуан Хуснутдинов
  نيك خالد كسرى زبيدة خولة خولاني عرصان كلثوم حمارنة عائشة 佐藤 王芳 김민준 ณัฐพร अनल Άννα`.split(/\s+/)
const others = [
  'Dick Van Dyke',
  'Van de Putte',
  'H. Ure',
  'Shi T.',
  'Jean-Luc',
  'O’Toole',
  'Jack Assefa',
  'Mary Ann S',
  'Max 2',
  'R2D2',
  'Spicher7',
  'Player1',
  'Dr. Who',
  'Therapist',
  'Nina 🦊',
  'X Æ A-12',
  ...['Anno1490', 'Anno 1488', 'Tom1488', '1490', '88', 'Lena 88', '88 Keys', '14', 'Power88', 'HH88'],
  ...[
    'Nigg A',
    'W. Hore',
    'Ni Ger',
    'Pu Te',
    'Sa Lope',
    'Mier Da',
    'Mer de Glace',
    'put a ring on it',
    'Kana Ke',
  ],
]
const places =
  `Scunthorpe Sussex Essex Middlesex Penistone Clitheroe Lightwater Cockermouth Phuket Nigeria Niger Montenegro
  Livia Silvia Olvera Alva Cvetka Vlad Slava Kvist Svante Bvlgari Flavio Vlora Pilvi Tvrtko Hvar Lluís Pavlina
  Bastia Titicaca Arsenal Assisi Kansas Pakistan Mississippi Shitterton Rrapë Wankendorf Fuschl`.split(/\s+/)

describe('[P4] names of people and places pass', () => {
  test.each([...people.filter((name) => name !== ''), ...others, ...places])('%s', (name) => {
    expect(isInsultingName(name)).toBe(false)
    expect(isNameForStrangers(name)).toBe(true)
  })
})

/** How an insult is dressed up, and the insults. */
const disguises: Record<string, string[]> = {
  'plainly, in any case': ['fuck', 'FUCK', 'fUcK', 'nigger', 'whore', 'faggot', 'cunt', 'retard'],
  'with a digit': [
    'f4ck',
    'sh1t',
    '5hit',
    'b1tch',
    'n1gg3r',
    'a55hole',
    'fuck123',
    '69fuck69',
    'put4',
    'Arschl0ch',
    '9a7ba',
  ],
  'with a sign': [
    '$hit',
    'b!tch',
    'a$$hole',
    '@sshole',
    'f@ggot',
    'f@ck',
    'fuck!',
    '(fuck)',
    '~fuck~',
    'fuck🔥',
  ],
  'with something left out': ['f*ck', 'f**k', 'sh*t', 'c#nt', 'fck you'],
  'spaced out': ['f u c k', 'F U C K', 'fu ck', 'ش ر م و ط ة', 'ass hole', 'dick head'],
  'in two parts': [
    ...[
      'nigg er',
      'Nigg Er',
      'nig ger',
      'Ni gger friend',
      'nigg a',
      'who re',
      'NIGG ER',
      'Fagg Ot',
      're tard',
    ],
    ...['pu ta', 'mier da', 'coñ o', 'sa lope', 'enc ulé', 'merd e', 'Fo tze', 'nut te'],
  ],
  'in numbers': [
    '1488',
    '14/88',
    '14 88',
    '88-14',
    '１４８８',
    'wp 1488',
    'xX1488Xx',
    'heil88',
    '88 Sieg Heil',
  ],
  'in another spelling': ['niglet', 'Votze', 'kabron', 'gilipoyas', 'enkulé', 'nik ta race', 'biotch'],
  'with points and dashes': ['s.h.i.t', 's-h-i-t', 's_h_i_t', 'f.uck', 'f🍆uck', 'f|uck', 'sieg-heil'],
  'with letters repeated': ['fuuuck', 'fuuck', 'fuckkk', 'fuckk', 'cuntttt', 'niggger', 'شـرمـوطـة'],
  'with letters that look alike': [
    ...['fuсk', 'ѕhit', 'ƒuck', 'ꜰᴜᴄᴋ', 'ｆｕｃｋ', '𝐟𝐮𝐜𝐤', 'ⓕⓤⓒⓚ', '🇫🇺🇨🇰', '🅵🆄🅲🅺', '🅢🅗🅘🅣', 'fu¢k', 'n¡gger'],
    ...['Nlgger', 'blTCH', 'shlt', 'cvnt', 'pvta', 'Hvrensohn', 'hij0 de pvta'],
  ],
  'with marks': ['fûck', 'f̸u̸c̸k̸', 'şhit', 'شَرْمُوطَة'],
  'joined to other words': [
    'FuckYou',
    'fuckyou',
    'fuck_you',
    'fuck you',
    'xXfuckXx',
    'bigfuckhead',
    'HijoDePuta',
    'FickDich',
  ],
  'in German': [
    'Hurensohn',
    'Arschloch',
    'fick dich',
    'Scheiße',
    'Scheisse',
    'Wichser',
    'f0tze',
    'Schlampe',
    'Sieg Heil',
  ],
  'in Spanish': [
    'puta',
    'hijo de puta',
    'coño',
    'cabrón',
    'Cabron',
    'mierda',
    'pendejo',
    'maricón',
    'gilipollas',
  ],
  'in French': [
    'connard',
    'enculé',
    'encule',
    'fils de pute',
    'pédé',
    'salope',
    'nique ta mère',
    'ta gueule',
    'merde',
  ],
  'in Arabic': ['كس امك', 'شرموطة', 'قحبة', 'ابن الكلب', 'ابن كلب', 'sharmouta'],
  'in other languages': ['kurwa', 'пиздец', 'orospu', 'madarchod', 'stronzo', '傻逼'],
}

describe.each(Object.entries(disguises))('[P4] insults are refused %s', (_, names) => {
  test.each(names)('%s', (name) => {
    const isCaught = name === 'fck you' ? !isNameForStrangers(name) : isInsultingName(name)
    expect(isCaught).toBe(true)
    expect(isNameForStrangers(name)).toBe(false)
  })
})

test.each([
  'Sexy Beast',
  'Penis',
  'Idiot',
  'Hitler',
  'Hltler',
  'kunt',
  'p3nis',
  'Arsch',
  'Culo',
  'حمار',
  '卐',
  'Max卍',
  '🖕🏻',
])('[P4] %s is for friends, not for strangers', (name) => {
  expect(isInsultingName(name)).toBe(false)
  expect(isNameForStrangers(name)).toBe(false)
})

test('refused name: it is refused alone and with its number', () => {
  expect(isRefusedName('Ann', 'Ann')).toBe(true)
  expect(isRefusedName('Ann 2', 'Ann')).toBe(true)
  expect(isRefusedName('Anna', 'Ann')).toBe(false)
  expect(isRefusedName('Ann', null)).toBe(false)
})

test('stored name: one over the length limit loses its number, no other does', () => {
  expect(ownName('Twenty letters long. 2')).toBe('Twenty letters long.')
  expect(ownName('Agent 47')).toBe('Agent 47')
})

test('[P4] a name that is too long is refused as that, and one with nothing to see as another thing', () => {
  expect(parseName(' Ada ')).toEqual({ name: 'Ada' })
  for (const typed of ['x'.repeat(21), 'x'.repeat(3_000), '👩‍👩‍👧‍👦'.repeat(3)])
    expect(parseName(typed)).toEqual({ refusal: 'long-name' })
  for (const typed of ['', ' \u200d ', '\u202e']) expect(parseName(typed)).toEqual({ refusal: 'bad-name' })
})
