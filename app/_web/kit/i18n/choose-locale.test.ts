import { describe, expect, test } from 'vitest'
import { chooseLocale } from './choose-locale'

test('locale: a browser that speaks nothing we have messages for gets the first language', () => {
  expect(chooseLocale(undefined, 'xx-YY,xx;q=0.9')).toBe('en')
  expect(chooseLocale(undefined, '')).toBe('en')
})

test('locale: what a player chose is checked like what a browser says', () => {
  expect(chooseLocale('../../secrets', 'en-GB')).toBe('en')
})

test('locale: the first language of a browser that there are messages for is taken, whatever its country', () => {
  expect(chooseLocale(undefined, 'xx,de-AT;q=0.9,fr;q=0.8')).toBe('de')
  expect(chooseLocale('ar', 'de')).toBe('ar')
})

describe('Accept-Language', () => {
  test.each([
    ['what is preferred counts, not what is written first', 'fr;q=0.1,de;q=0.9', 'de'],
    ['a language that is ruled out is not given', 'en;q=0,ar;q=0.1', 'ar'],
    ['of two that are equally welcome the first is taken', 'es,fr', 'es'],
    ['a quality that is no number is passed over with its language', 'de;q=abc,fr;q=0.1', 'fr'],
    ['Austrian German is German', 'de-AT', 'de'],
    ['Latin American Spanish is Spanish', 'es-419,en;q=0.1', 'es'],
    ['Swiss German readers read German', 'gsw-CH', 'de'],
    ['Brazilian Portuguese is none of ours: the next is taken', 'pt-BR,pt;q=0.9,fr;q=0.8,en;q=0.7', 'fr'],
    ['Brazilian Portuguese alone gets the first', 'pt-BR', 'en'],
    ['Chinese is none of ours: the next is taken', 'zh-CN,zh;q=0.9,ar;q=0.2', 'ar'],
    ['Chinese alone gets the first', 'zh-Hans-CN,zh;q=0.9', 'en'],
    ['any language is the first', '*', 'en'],
    ['any language comes after those that are named', '*;q=0.1,de', 'de'],
    ['what is no language is passed over', 'i-klingon,<script>,fr;q=0.1', 'fr'],
  ])('locale: %s', (_, accepted, locale) => {
    expect(chooseLocale(undefined, accepted)).toBe(locale)
  })

  test('locale: a list without an end is answered from its beginning', () => {
    expect(chooseLocale(undefined, `${'zh-CN,'.repeat(2_000)}de`)).toBe('en')
  })
})
