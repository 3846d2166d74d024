const wide = /[mwMW@%&سشصض\p{Extended_Pictographic}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u
const narrow = /[\sijlftrI1.,:;'’!|()[\]\p{M}]/u
const capital = /\p{Lu}/u

/** How wide a short text is at most, in ems of the semi-bold fonts. */
export function textWidth(text: string): number {
  let ems = 0.15
  for (const letter of text)
    ems += wide.test(letter) ? 1.06 : narrow.test(letter) ? 0.4 : capital.test(letter) ? 0.74 : 0.61
  return Math.round(ems * 100) / 100
}
