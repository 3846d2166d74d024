const wide = /[mwMW@%&سشصض\p{Extended_Pictographic}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u
const narrow = /[\sijlftrI1.,:;'’!|()[\]\p{M}]/u
const capital = /\p{Lu}/u
/** Isolates, joiners and the like. */
const withoutPlace = /\p{Cf}/gu

/** How wide a short text is at most, in ems of the semi-bold fonts. */
export function textWidth(text: string): number {
  let ems = 0.15
  for (const letter of text.replaceAll(withoutPlace, ''))
    ems += wide.test(letter) ? 1.06 : narrow.test(letter) ? 0.4 : capital.test(letter) ? 0.74 : 0.61
  return Math.round(ems * 100) / 100
}

/** How much wider than its share of the text each of two or three lines may be, in ems, as it ends between two letters; as fitted-text.css has it. */
const spare = { two: 0.6, three: 0.9 }

/** How wide the place of a fitted text has to be for letters of this size, which may stand on three lines. */
export function leastWidth(text: string, size: number): number {
  const ems = textWidth(text)
  return size * Math.min(ems, ems / 2 + spare.two, ems / 3 + spare.three)
}
