import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { refusals } from '#game/refusal'
import { locales } from '../i18n/locales'
import { waysOut } from './ways-out'

type Page = { title: string; text?: string }

function read(locale: string, file: string) {
  return JSON.parse(readFileSync(new URL(`../messages/${locale}/${file}.json`, import.meta.url), 'utf8'))
}

/** All that people read about each cause in a language, in a line or on a page of its own. */
function textsByCause(locale: string): Map<string, Set<string>> {
  const texts = new Map<string, Set<string>>()
  const add = (cause: string, text: string) => texts.set(cause, (texts.get(cause) ?? new Set()).add(text))
  for (const [cause, sentence] of Object.entries<string>(read(locale, 'refusal'))) add(cause, sentence)
  for (const file of ['room', 'tv']) {
    for (const [cause, page] of Object.entries<Page | string>(read(locale, file).ended)) {
      // The page for whatever has none has a title alone; what it says is the sentence of the refusal.
      if (typeof page === 'string' || cause === 'other') continue
      add(cause, page.title)
      if (page.text !== undefined) add(cause, page.text)
    }
  }
  return texts
}

describe.each(locales)('refusals in %s', (locale) => {
  test('each has a sentence, and there is no other', () => {
    expect(Object.keys(read(locale, 'refusal')).sort()).toEqual([...refusals].sort())
  })

  test('no two causes share a message', () => {
    const causes = new Map<string, string[]>()
    for (const [cause, texts] of textsByCause(locale))
      for (const text of texts) causes.set(text, [...(causes.get(text) ?? []), cause])
    expect([...causes].filter(([, sharing]) => sharing.length > 1)).toEqual([])
  })

  test('every page of an ending is one that can happen, and says what it is', () => {
    const pages = Object.entries<Page | string>(read(locale, 'room').ended).filter(
      ([name, page]) => typeof page !== 'string' && name !== 'other',
    )
    for (const [name, page] of pages) {
      expect(Object.keys(waysOut)).toContain(name)
      expect(page).toEqual({ title: expect.any(String), text: expect.any(String) })
    }
  })
})
