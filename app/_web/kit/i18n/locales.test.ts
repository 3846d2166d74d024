import { expect, test } from 'vitest'
import { directionOf, formatTagOf, languageOf, locales } from './locales'

test('locale: a language that runs from right to left turns the page, in whatever country it is spoken', () => {
  expect(directionOf('ar-EG')).toBe('rtl')
  expect(directionOf('en')).toBe('ltr')
})

test('locale: every language writes its numbers with the digits that the network reads', () => {
  for (const locale of locales) {
    expect(languageOf(formatTagOf(locale))).toBe(locale)
    expect(new Intl.NumberFormat(formatTagOf(locale)).format(7)).toBe('7')
  }
})
