import { resolveConfusablesTransformer } from 'obscenity'

const toPlainLetter = resolveConfusablesTransformer().transform
const smallCapitals = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ?ʏᴢ'
const leetLetters = ['o', 'il', 'z', 'e', 'a', 's', 'g', 't', 'b', 'gq']
/** Signs, mapped to the digits that stand for the same letters. */
const leetSigns: Readonly<Record<string, string>> = { '@': '4', $: '5', '€': '3', '!': '1', '|': '1' }
/** Signs that stand for a letter in whatever script. */
const letterSigns: Readonly<Record<string, string>> = { '¢': 'c', '¡': 'i' }
/** Letters that are written in place of another Latin one. */
const stands = [
  { written: 'l', meant: 'i' },
  { written: 'v', meant: 'u' },
] as const
/** Where each alphabet of coloured capitals begins: in circles, in squares, and flags. */
const colouredAlphabets = [0x1f150, 0x1f170, 0x1f1e6]
/** Longer words with digits inside are unreadable, so they are not decoded. */
const maxInnerDigits = 3
/** Insults of this length never arise from two parts of a real name, in Latin letters and in others. */
const longWord = { latin: 7, other: 5 }

/** What needs no second look: letters without marks, of one script, none of which looks like another sign. */
const isAscii = (text: string) => /^[\x20-\x7e]*$/.test(text)

/** A word as it is written, in lower case, and its possible readings. */
export type ReadWord = {
  readonly written: string
  readonly readings: readonly string[]
  /** Whether it was joined from parts that might be names of their own. */
  readonly mayBeNames: boolean
}

/**
 * The words of a name as somebody who looks for insults reads them: without marks, look-alike letters as what they look like,
 * digits and signs as letters, what was spaced out joined again, and what was joined by capitals apart.
 */
export function readName(name: string): ReadWord[] {
  const plain = asPlainScript(name.normalize('NFKC'))
  const units = plain.split(/[\s.'’-]+/).filter((unit) => unit !== '')
  const words = units.flatMap((unit) => [
    unit,
    ...unit.split(/(?<=\p{Ll})(?=\p{Lu})|[^\p{L}\p{M}\p{N}@$€!|*#]+/u),
  ])
  const { spacedOut, ofNames } = joinedAgain(units)
  const read = (word: string, mayBeNames: boolean): ReadWord => ({
    written: lowerCase(lettersOf(word)),
    readings: [...new Set(meaningsOf(word))],
    mayBeNames,
  })
  return [
    ...[...new Set([...words, ...spacedOut])].map((word) => read(word, false)),
    ...ofNames.map((word) => read(word, true)),
  ]
}

/** Letters without marks, as the lists are compared: é is e, ß is ss, and the forms of one Arabic letter are one. */
export function withoutMarks(word: string): string {
  if (isAscii(word)) return word
  return word
    .normalize('NFD')
    .replaceAll(/[\p{M}\u0640]/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')
}

export function lowerCase(word: string): string {
  return word.toLowerCase().normalize('NFC')
}

/** In words of mixed scripts, letters of the others are read as the Latin ones they look like. Real names do not mix. */
function asPlainScript(name: string): string {
  if (isAscii(name)) return name
  return name.replaceAll(/\S+/gu, (word) => {
    const isMixed = /\p{Script=Latin}/u.test(word) && /(?!\p{Script=Latin})\p{L}/u.test(word)
    return [...word].map((letter) => (isMixed || isFancy(letter) ? asLatin(letter) : letter)).join('')
  })
}

/** Latin letters that no language writes names with, such as ꜰᴜᴄᴋ and ƒ, and signs and flags that spell. */
function isFancy(letter: string): boolean {
  return /[¢¡\u0180-\u01bf\u0250-\u02af\u1d00-\u1dbf\ua720-\ua7ff\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/u.test(
    letter,
  )
}

function asLatin(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  const alphabet = colouredAlphabets.find((first) => code >= first && code < first + 26)
  if (alphabet !== undefined) return String.fromCodePoint(code - alphabet + 97)
  if (letterSigns[letter]) return letterSigns[letter]
  const place = [...smallCapitals].indexOf(letter)
  if (place >= 0) return String.fromCodePoint(place + 97)
  const plain = toPlainLetter(code)
  return plain === undefined ? letter : String.fromCodePoint(plain)
}

/** Signs between letters count as nothing; those that stand for a letter stay. */
function lettersOf(word: string): string {
  return word.replaceAll(/[^\p{L}\p{M}\p{N}@$€!|*#]/gu, '')
}

function meaningsOf(word: string): string[] {
  const letters = withoutMarks(lowerCase(lettersOf(word)))
  if (!/[\d@$€!|*#]/.test(letters)) return [letters, ...withLettersAsOthers(letters)]
  const signs = letters.replaceAll(/[@$€!|]/g, (sign) => leetSigns[sign] ?? '')
  const bare = letters.replaceAll(/[@$€!|*#]/g, '')
  const trimmed = bare.replaceAll(/^\d+|\d+$/g, '')
  const plain = [bare, trimmed, ...[bare, trimmed, signs].flatMap(withDigitsAsLetters), signs]
  return [...plain, ...[trimmed, signs].flatMap(withLettersAsOthers)]
}

/** `Nlgger`, `cvnt`: all of a letter, or one, stands for another. */
function withLettersAsOthers(word: string): string[] {
  return stands.flatMap(({ written, meant }) => {
    if (!word.includes(written)) return []
    const one = [...word].flatMap((letter, at) =>
      letter === written ? [word.slice(0, at) + meant + word.slice(at + 1)] : [],
    )
    return one.length > 1 ? [word.replaceAll(written, meant), ...one] : one
  })
}

/** `f4ck`: a digit stands for the letter it looks like, or for any vowel. */
function withDigitsAsLetters(word: string): string[] {
  const digits = word.match(/\d/g) ?? []
  if (digits.length === 0 || digits.length > maxInnerDigits) return []
  return [...word].reduce<string[]>(
    (heads, sign) => {
      const letters = /\d/.test(sign) ? [...new Set(`aeiou${leetLetters[Number(sign)]}`)] : [sign]
      return heads.flatMap((head) => letters.map((letter) => head + letter))
    },
    [''],
  )
}

/**
 * `f u c k`, `fu ck`, `nigg er`: neighbours as one word, by whether they might be names themselves. Initials are: H. Ure is no insult, and
 * neither is Shi T. Where all but the first begin small, they are none, but neighbours in a sentence may be: put a ring on it.
 */
function joinedAgain(units: readonly string[]): { spacedOut: string[]; ofNames: string[] } {
  const [spacedOut, ofNames]: [string[], string[]] = [[], []]
  for (let first = 0; first < units.length; first++) {
    for (let last = first + 1; last < units.length; last++) {
      const parts = units.slice(first, last + 1)
      const word = parts.join('')
      const isSpelled = parts.length > 2 && parts.every((part) => [...part].length === 1)
      const isWhole = parts.length === units.length && parts.slice(1).every((part) => /^\p{Ll}/u.test(part))
      if (isSpelled || isWhole || isLong(word) || parts.some(isFragment)) spacedOut.push(word)
      else if (!parts.some(isInitial)) ofNames.push(word)
    }
  }
  return { spacedOut, ofNames }
}

function isLong(word: string): boolean {
  return word.length >= (/\p{Script=Latin}/u.test(word) ? longWord.latin : longWord.other)
}

function isFragment(part: string): boolean {
  return !/[aeiouy\P{Script=Latin}]/iu.test(withoutMarks(part)) && !isInitial(part)
}

function isInitial(part: string): boolean {
  return /^\p{Lu}$/u.test(part)
}
