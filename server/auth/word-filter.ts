import { lowerCase, readName, withoutMarks } from './read-name'

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

/** @returns tells whether a name holds one of the words, plainly or disguised; never because of a part of a longer word */
export function createWordFilter({
  lists,
  realNames,
  joinedWith,
  unmistakable = '',
}: WordFilterOptions): (name: string) => boolean {
  const words = lists.flatMap(wordsOf)
  const real = new Set(wordsOf(realNames))
  // What is written with a mark in a list is only meant with it.
  const marked = new Set(words.filter((word) => /\p{Script=Latin}\p{M}/u.test(word.normalize('NFD'))))
  const plain = words.filter((word) => !marked.has(word)).map(withoutMarks)
  const isWord = createLookUp(plain)
  const isUnmistakable = createLookUp(wordsOf(unmistakable))
  const before = new Set(wordsOf(joinedWith?.before ?? ''))
  const after = new Set(wordsOf(joinedWith?.after ?? ''))

  function isJoined(text: string): boolean {
    for (let from = 0; from <= text.length - minJoinedLength; from++) {
      if (!isMadeOf(text.slice(0, from), before)) continue
      for (let to = text.length; to >= from + minJoinedLength; to--) {
        if (isMadeOf(text.slice(to), after) && isWord(text.slice(from, to))) return true
      }
    }
    return false
  }

  const isFound = joinedWith ? isJoined : () => false
  return (name) =>
    readName(name).some(({ written, readings, mayBeNames }) => {
      if (mayBeNames) return readings.some(isUnmistakable)
      if (real.has(written.replaceAll(/\d+$/g, ''))) return false
      return (
        marked.has(written) ||
        hidesOneOf(written, plain) ||
        readings.some((reading) => isWord(reading) || isFound(reading))
      )
    })
}

/** @returns tells whether a text is one of the words, or one with letters repeated */
function createLookUp(words: readonly string[]): (text: string) => boolean {
  const byLetters = new Map<string, string[][]>()
  for (const runs of words.map(runsOf))
    byLetters.set(lettersOf(runs), [...(byLetters.get(lettersOf(runs)) ?? []), runs])
  return (text) => {
    const runs = runsOf(text)
    return byLetters.get(lettersOf(runs))?.some((word) => isStretched(runs, word)) ?? false
  }
}

function wordsOf(list: string): string[] {
  return list.split(/\s+/).map(lowerCase)
}

function isMadeOf(text: string, words: ReadonlySet<string>): boolean {
  if (text === '') return true
  return [...words].some(
    (word) => word !== '' && text.startsWith(word) && isMadeOf(text.slice(word.length), words),
  )
}

/** A word as its letters and how often each comes in a row. */
function runsOf(word: string): string[] {
  return word.match(/(.)\1*/gu) ?? []
}

function lettersOf(runs: readonly string[]): string {
  return runs.map((run) => String.fromCodePoint(run.codePointAt(0) ?? 0)).join('')
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
