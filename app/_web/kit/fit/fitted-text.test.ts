import { expect, test } from 'vitest'
import { textWidth } from './fitted-text'

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

test('text width: Arabic letters with teeth count as wide ones', () => {
  expect(textWidth('سش')).toBeGreaterThan(textWidth('بن'))
})
