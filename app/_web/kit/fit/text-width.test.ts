import { expect, test } from 'vitest'
import { endsAtWord, leastWidth, textWidth, wrapWidth } from './text-width'

test('text width: wide letters count for more than narrow ones, and every letter for something', () => {
  expect(textWidth('WWWW')).toBeGreaterThan(4)
  expect(textWidth('iiii')).toBeLessThan(textWidth('aaaa'))
  expect(textWidth('漢字')).toBeGreaterThan(2)
  expect(textWidth('🦊')).toBeGreaterThan(1)
})

test('text width: a capital is wider than its small letter, but for the narrow I', () => {
  for (const letter of 'ABCDÉΩЖ') expect(textWidth(letter)).toBeGreaterThan(textWidth(letter.toLowerCase()))
  expect(textWidth('I')).toBeLessThan(textWidth('a'))
})

test('text width: a text has room beside it, and each letter adds as much as it does alone', () => {
  const alone = textWidth('a') - textWidth('')
  expect(textWidth('')).toBeGreaterThan(0)
  expect(textWidth('aaaa')).toBeCloseTo(textWidth('') + 4 * alone)
})

test('text width: no Arabic word is wider than is reckoned, as measured in the bold font', () => {
  const measured = { خطك: 2.58, حذف: 2.43, حققت: 2.95, صعب: 2.73, شخص: 3.21, ث: 0.94 }
  for (const [word, ems] of Object.entries(measured)) expect(textWidth(word), word).toBeGreaterThan(ems)
})

test('text width: what is fitted needs a line where it is short, and a third of it and a little more where it is long', () => {
  expect(leastWidth('A', 2)).toBeCloseTo(2 * textWidth('A'))
  const name = 'W'.repeat(20)
  expect(leastWidth(name, 1)).toBeGreaterThan(textWidth(name) / 3)
  expect(leastWidth(name, 1)).toBeLessThan(textWidth(name) / 2)
})

test('wrap width: a line ends behind a word, and is as wide as the words that share it', () => {
  const name = 'Ann-Kathrin Sch.'
  // A browser makes three lines of it where the longer part has no place beside what is before it: Ann-, Kathrin, Sch.
  expect(wrapWidth(name, 2, true)).toBeGreaterThan(textWidth('Kathrin Sch.') - 0.2)
  expect(wrapWidth(name, 3, true)).toBeGreaterThanOrEqual(textWidth('Kathrin') - 0.2)
  expect(wrapWidth('aaaaaaaa bbb cccccccc', 2, false)).toBeGreaterThanOrEqual(textWidth('aaaaaaaa bbb') - 0.2)
})

test('wrap width: a word alone is broken into its share where it may be, and one line has all', () => {
  const word = 'a'.repeat(20)
  expect(wrapWidth(word, 2, true)).toBeGreaterThan(textWidth(word) / 2)
  expect(wrapWidth(word, 2, true)).toBeLessThan(textWidth(word) / 2 + 1)
  expect(wrapWidth(word, 1, true)).toBe(textWidth(word))
})

test('wrap width: a text is broken at its end of a word where it has one, and is told from what has none', () => {
  expect(['Ann-Kathrin Sch.', 'Jean-Pierre', 'Ravi Shankar'].map(endsAtWord)).toEqual([true, true, true])
  expect(['Maximiliane', 'Charlotte'].map(endsAtWord)).toEqual([false, false])
})
