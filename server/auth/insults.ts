/**
 * Words that a name must not hold, by language, in lower case. They are compared with whole words (`read-name.ts`), never with a
 * part of one. A word written with a mark (`coño`) is only meant with it: Cono is a name. Left out on purpose is whatever is a
 * common name somewhere: Cock, Dick, Ficken, Fuk, Kike, Negro, Penner, Polla, Porn, Semen, Verga, Wang.
 */
type WordLists = Readonly<Record<'en' | 'de' | 'es' | 'fr' | 'ar' | 'others', string>>

/** Slurs and swearing, refused in every name. */
export const insults: WordLists = {
  en: `fuck fucks fucked fucker fuckers fucking fuckin fucka fucku fuckz fuckface fuckhead fucktard fuckwit fuckboy mofo
    motherfucker motherfuckers motherfucking motherfuckin clusterfuck fcuk fvck fuxk phuck phuk stfu gtfo
    shit shits shitty shite shitter shithead shitface shithole bullshit dipshit horseshit batshit apeshit
    cunt cunts cunty bitch bitches bitchy biatch bitchass whore whores slut sluts slutty skank
    nigger niggers nigga niggas niggaz niggah faggot faggots faggy fags retard retards retarded
    spic spics chink chinks wetback wetbacks raghead ragheads towelhead beaners gypo tranny trannies shemale
    wanker wankers wanking twat twats asshole assholes asswipe arsehole arseholes dumbass fatass douchebag
    dickhead dickheads dickface cocksucker cocksuckers suckmydick suckmycock bigdick bigcock smallcock pussy pussies
    tits titties cumslut cumshot cumdump blowjob handjob rimjob gangbang rapist rapists rapeyou pedophile paedophile
    niglet niglets nigguh niggr faggit faggits biotch shyt fukyou fukoff azzhole dikhead
    killyourself kysnow gaschamber gasthejews killalljews whitepower heilhitler niqqa`,
  de: `fotze fotzen hure huren hurensohn hurensöhne hurenkind nutte nutten schlampe schlampen wichser wixer wixxer wichsen
    arschloch arschlöcher arschlocher arschficker arschgesicht missgeburt missgeburten schwuchtel schwuchteln spast spasti
    spasten scheisse scheiss scheisser scheisskerl gefickt fickdich fickdeinemutter mutterficker kanake kanaken
    hackfresse kackbratze drecksau drecksack schwanzlutscher judensau siegheil untermensch vollidiot kinderficker titten
    kümmeltürke kümmeltürken votze votzen hurnsohn arschloh kanacke kanacken fikdich`,
  es: `puta putas puto putos putita putilla putamadre hijodeputa hijoputa hijaputa hijueputa jueputa gilipollas cabron cabrones
    cabrona mierda mierdas comemierda pendejo pendeja pendejos pendejas maricon maricones mariconazo jodete chinga chingar
    chingada chingatumadre coño coños culero culeros mamaguevo mamahuevo mamaverga malparido malparida chupapollas
    soplapollas lameculos sudaca sudacas gilipoyas jilipollas kabron marikon pendexo joputa`,
  fr: `connard connards connasse connasses conasse salope salopes salopard salaud salauds pute putes putain encule encules
    enculee enculer enculeur merde merdes merdeux niquer niquetamere niktamere niquetarace filsdepute tagueule pédé pédés
    tafiole tarlouze bougnoule bougnoules youpin youpins pouffiasse enfoire enfoires trouduc trouducul grognasse branleur
    enkule enkuler niktarace bougnoul bougnouls`,
  ar: `كس كسمك كسامك كساختك كسختك شرموطة شرموط شراميط قحبة قحاب عاهرة متناك متناكة منيوك منيك زب زبي زبك عرص معرص ديوث
    خول لوطي طيز طيزك خرا خراء نيكك انيكك بنيكك ابنالكلب ابنكلب ابنالقحبة ابنالشرموطة
    sharmouta sharmuta sharmoota sharmota sharmout kosomak kosommak kosomk kusomak kosokhtak qahba kahba 9a7ba ka7ba 9ahba
    metnak`,
  others: `kurwa pizda pizdec blyat blyad cyka nahui хуй хуи пизда пиздец блядь блять сука ебать мудак пидор пидорас
    cazzo stronzo stronza vaffanculo puttana caralho buceta filhodaputa orospu orospucocugu siktir
    madarchod maderchod bhenchod behenchod bhosdike gaandu putangina klootzak vittu
    傻逼 操你妈 他妈的 死ね 씨발 시발 병신`,
}

/** Vulgar words and insults that friends may use, and that are names somewhere: refused among strangers. */
export const notForStrangers: WordLists = {
  en: `ass asses jackass arse arses anus penis penises vagina boob boobs boobies booty cum dildo dildos porno sex sexy sexx horny
    nude nudes naked milf bdsm hentai orgasm sperm scrotum crap crappy poop poopy piss pissed pisser turd bastard bastards
    bollocks idiot idiots stupid rape hitler nazi nazis kkk kys fck wtf fag pedo terrorist kunt
    kunts`,
  de: `arsch ärsche kacke kacken penis pimmel sex nackt idiot idioten trottel pissen muschi möse titte furz hitler nazi nazis
    neger zigeuner behindert hurenson`,
  es: `culo culos tetas joder follar cojones carajo imbecil idiota estupido estupida subnormal retrasado zorra hdp sexo nazi`,
  fr: `batard batards couille couilles foutre nique tapette gouine ntm fdp merdier idiot imbecile sexe nazi`,
  ar: `كلب كلاب حمار حمير غبي سكس حيوان حقير خنزير زنجي قذر`,
  others: `idiota debil бля`,
}

/** Insults that are known also in two parts that might be names, `Nigg Er`: no two names make them, initials apart. */
export const unmistakable = `nigger niggers nigga niggas niggaz niggah faggot faggots whore whores retard retards encule cabron`

/**
 * Numbers that stand for neo-Nazi words, as all that a name is: 1488 is a year in `Anno 1488`, and 88 is one for who was born in it. Of a name
 * in small letters, without signs and blanks.
 */
export const insultingNumbers =
  /^(?=.*(?:1488|8814|heil.*88|88.*heil|sieg.*88|88.*sieg))(?:14|88|hh|wp|ss|xx|heil|sieg|white|power)+$/

/** Signs that strangers are spared wherever they stand in a name. */
export const signsNotForStrangers = /[卐卍\u0fd5-\u0fd8🖕]/u

/** Words that insults are joined with: `fuckyou`, `bigasshole`. */
export const joinedWith = {
  before: `you your the big fat dumb stupid little lil old mr mrs miss mister doctor king queen lord super mega mother eat suck
    lick hot dirty bad best real holy bull xx el die der das du dein deine sale gros grosse gran`,
  after: `you your off this that them all it me my him her boy girl man men head face hole lord king queen god up yeah lol bag
    storm show mouth eater lover licker sucker xx dich dein deine mutter madre mere race life everyone everybody gang guy dude
    mom mum dad bro`,
}

/** Names, and what people call themselves by, that look like a disguised insult. */
export const realNames = 'huré laputa spicher horný therapist'
