import { expect, test } from 'vitest'
import { textWidth } from './text-width'

test('text width: wide letters count for more than narrow ones, and every letter for something', () => {
  expect(textWidth('WWWW')).toBeGreaterThan(4)
  expect(textWidth('iiii')).toBeLessThan(textWidth('aaaa'))
  expect(textWidth('漢字')).toBeGreaterThan(2)
  expect(textWidth('🦊')).toBeGreaterThan(1)
})

test('text width: Arabic letters with teeth count as wide ones', () => {
  expect(textWidth('سش')).toBeGreaterThan(textWidth('بن'))
})
