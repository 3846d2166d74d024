import { lowerCase, type ReadWord, withoutMarks } from './read-name'

/** Words that others may be joined to: in shorter ones a name would be found too often. */
const minJoinedLength = 4

export type WordFilterOptions = {
  /** Lists of what is looked for, apart by blanks. */
  readonly lists: readonly string[]
  /** Names that only look like it. */
  readonly realNames: string
  /** What a word also counts with when it stands before or after it without a blank. */
  readonly joinedWith?: { readonly before: string; readonly after: string }
  /** Those that are looked for even in parts that might be names of their own. */
  readonly unmistakable?: string
}

/** @returns tells whether a name that was read holds one of the words, plainly or disguised; never because of a part of a longer word */
export function createWordFilter({
  lists,
  realNames,
  joinedWith,
  unmistakable = '',
}: WordFilterOptions): (name: readonly ReadWord[]) => boolean {
  const words = lists.flatMap(wordsOf)
  const real = new Set(wordsOf(realNames))
  // What is written with a mark in a list is only meant with it.
  const marked = new Set(words.filter((word) => /\p{Script=Latin}\p{M}/u.test(word.normalize('NFD'))))
  const plain = words.filter((word) => !marked.has(word)).map(withoutMarks)
  const isWord = createLookUp(plain)
  const isUnmistakable = createLookUp(wordsOf(unmistakable))
  const before = wordsOf(joinedWith?.before ?? '').filter((word) => word !== '')
  const after = wordsOf(joinedWith?.after ?? '').filter((word) => word !== '')

  function isFound(text: string): boolean {
    if (isWord(text)) return true
    const ends = endsBefore(text, after)
    return startsAfter(text, before).some((from) =>
      ends.some(
        (to) => to >= from + minJoinedLength && to - from < text.length && isWord(text.slice(from, to)),
      ),
    )
  }

  return (name) =>
    name.some(({ written, readings, mayBeNames }) => {
      if (mayBeNames) return readings.some(isUnmistakable)
      if (real.has(written.replace(/\d+$/, ''))) return false
      return marked.has(written) || hidesOneOf(written, plain) || readings.some(isFound)
    })
}

/** @returns tells whether a text is one of the words, or one with letters repeated */
function createLookUp(words: readonly string[]): (text: string) => boolean {
  const byLetters = new Map<string, string[]>()
  for (const word of words) byLetters.set(lettersOf(word), [...(byLetters.get(lettersOf(word)) ?? []), word])
  return (text) =>
    byLetters.get(lettersOf(text))?.some((word) => isStretched(runsOf(text), runsOf(word))) ?? false
}

function wordsOf(list: string): string[] {
  return list.split(/\s+/).map(lowerCase)
}

/** Where a text can begin if what stands before it is made of words. */
function startsAfter(text: string, words: readonly string[]): number[] {
  const starts = [0]
  for (const at of starts) {
    for (const word of words) {
      const next = at + word.length
      if (text.startsWith(word, at) && !starts.includes(next)) starts.push(next)
    }
  }
  return starts
}

/** Where a text can end if what stands behind it is made of words. */
function endsBefore(text: string, words: readonly string[]): number[] {
  const ends = [text.length]
  for (const at of ends) {
    for (const word of words) {
      const next = at - word.length
      if (text.endsWith(word, at) && !ends.includes(next)) ends.push(next)
    }
  }
  return ends
}

/** A word as its letters and how often each comes in a row. */
function runsOf(word: string): string[] {
  return word.match(/(.)\1*/gu) ?? []
}

/** A word without the repetitions. */
function lettersOf(word: string): string {
  let letters = ''
  let last = ''
  for (const letter of word) {
    if (letter !== last) letters += letter
    last = letter
  }
  return letters
}

/**
 * Whether a word is another with letters repeated: `fuuuck`. A consonant that is merely doubled, first or after a vowel, makes another
 * name: Rrapë, Twatt, Putte.
 */
function isStretched(runs: readonly string[], word: readonly string[]): boolean {
  return runs.every((run, place) => {
    const [length, wanted] = [run.length, word[place]?.length ?? 0]
    const mayBeDoubled = isVowel(run) || (place > 0 && !isVowel(runs[place - 1] ?? ''))
    return length === wanted || (length > wanted && (mayBeDoubled || length > 2))
  })
}

function isVowel(run: string): boolean {
  return /^[aeiou]/.test(run)
}

/** `f**k`, `sh#t`: two letters are enough to know the others by. */
function hidesOneOf(written: string, words: readonly string[]): boolean {
  const signs = [...written]
  const isHidden = (sign: string) => sign === '*' || sign === '#'
  const shown = signs.filter((sign) => !isHidden(sign)).length
  if (shown === signs.length || shown < 2) return false
  return words.some(
    (word) =>
      word.length === signs.length &&
      word.length >= minJoinedLength &&
      signs.every((sign, place) => isHidden(sign) || sign === word[place]),
  )
}
