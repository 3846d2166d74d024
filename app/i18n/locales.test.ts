import { expect, test } from 'vitest'
import { chooseLocale, directionOf } from './locales'

test('a browser that speaks nothing we have messages for gets the first language', () => {
  expect(chooseLocale(undefined, 'xx-YY,xx;q=0.9')).toBe('en')
  expect(chooseLocale(undefined, '')).toBe('en')
})

test('what a player chose is checked like what a browser says', () => {
  expect(chooseLocale('../../secrets', 'en-GB')).toBe('en')
})

test('a language that runs from right to left turns the page, in whatever country it is spoken', () => {
  expect(directionOf('ar-EG')).toBe('rtl')
  expect(directionOf('en')).toBe('ltr')
})
