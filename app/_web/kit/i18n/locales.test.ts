import { expect, test } from 'vitest'
import { chooseLocale, directionOf, formatTagOf, languageOf, locales } from './locales'

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

test('the first language of a browser that there are messages for is taken, whatever its country', () => {
  expect(chooseLocale(undefined, 'xx,de-AT;q=0.9,fr;q=0.8')).toBe('de')
  expect(chooseLocale('ar', 'de')).toBe('ar')
})

test('every language writes its numbers with the digits that the network reads', () => {
  for (const locale of locales) {
    expect(languageOf(formatTagOf(locale))).toBe(locale)
    expect(new Intl.NumberFormat(formatTagOf(locale)).format(7)).toBe('7')
  }
})
