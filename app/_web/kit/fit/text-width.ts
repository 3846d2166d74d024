/** Isolates, joiners and the like. */
const withoutPlace = /\p{Cf}/gu
/** Ems of a letter, at most; the first that it is one of. In Arabic a letter is widest where it ends a word. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[سشصض\p{Extended_Pictographic}]/u, 1.3],
  [/[mwMW@%œæŒÆ\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u, 1.06],
  [/[جحخطظفقكغعمهىث]/u, 0.9],
  [/\p{Lu}/u, 0.74],
]
const narrow = /[\sijlftrI1.,:;'’!|()[\]\p{M}]/u

/** How wide a short text is at most, in ems of the bold fonts. */
export function textWidth(text: string): number {
  let ems = 0.15
  for (const letter of text.replaceAll(withoutPlace, ''))
    ems += narrow.test(letter) ? 0.4 : (widths.find(([letters]) => letters.test(letter))?.[1] ?? 0.61)
  return Math.round(ems * 100) / 100
}

/** What a line may be short of its place, in ems, where it ends between two letters of a word. */
const spare = 0.6
const widestLetter = 1.5

/** A line may end behind each of these. */
const pieces = /[^\s-]*(?:-+|\s+|$)/gu

/** How many lines a browser makes of a text in a place so wide; `mayBreak` says that a word which is wider goes on in the next line. */
function linesIn(place: number, words: readonly { ems: number; gap: number }[], mayBreak: boolean): number {
  let lines = 1
  let filled = 0
  for (const { ems, gap } of words) {
    if (filled + ems > place && filled > 0) {
      lines++
      filled = 0
    }
    const more = mayBreak && ems > place ? Math.ceil((ems - place) / Math.max(place - spare, spare)) : 0
    lines += more
    filled += ems + gap - more * Math.max(place - spare, spare)
  }
  return lines
}

/** How wide, in ems, the place of a text has to be at least, for it to need no more than so many lines. */
export function wrapWidth(text: string, lines: number, mayBreak: boolean): number {
  const whole = textWidth(text)
  const words = [...text.matchAll(pieces)].flatMap(([piece]) => {
    const word = piece.trimEnd()
    return piece === '' ? [] : [{ ems: textWidth(word), gap: word === piece ? 0 : 0.4 }]
  })
  const step = Math.max(0.1, whole / 60)
  // No letter is broken.
  let place = Math.max(whole / lines, Math.min(whole, widestLetter))
  while (place < whole && linesIn(place, words, mayBreak) > lines) place += step
  return Math.round(Math.min(place, whole) * 100) / 100
}

/** Whether two lines of a text end where words do, and not within one. */
export function endsAtWord(text: string): boolean {
  const longest = Math.max(...[...text.matchAll(pieces)].map(([piece]) => textWidth(piece.trimEnd())))
  return longest <= wrapWidth(text, 2, true)
}

/** How wide the place of a name has to be for letters of this size, which may stand on three lines. */
export function leastWidth(text: string, size: number): number {
  return size * wrapWidth(text, 3, true)
}
