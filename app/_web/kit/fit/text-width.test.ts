import { expect, test } from 'vitest'
import { leastWidth, textWidth } from './text-width'

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
