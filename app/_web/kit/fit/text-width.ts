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

/** How much wider than its share of the text each of two or three lines may be, in ems, as it ends between two letters; as fitted-text.css has it. */
const spare = { two: 0.6, three: 0.9 }

/** How wide the place of a fitted text has to be for letters of this size, which may stand on three lines. */
export function leastWidth(text: string, size: number): number {
  const ems = textWidth(text)
  return size * Math.min(ems, ems / 2 + spare.two, ems / 3 + spare.three)
}
