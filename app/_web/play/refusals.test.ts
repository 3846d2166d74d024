import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { refusals } from '#game/protocol/refusal'
import { locales } from '../kit/i18n/locales'
import { finalRefusals } from './room-client/connection'
import { type WayOut, waysOut } from './ways-out'

type Page = { title: string; text?: string }

function read(locale: string, file: string) {
  return JSON.parse(
    readFileSync(new URL(`../kit/i18n/messages/${locale}/${file}.json`, import.meta.url), 'utf8'),
  )
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

/** How the rulebook puts each way out of a room. */
const inRulebook: Record<Exclude<WayOut, 'takeBack' | 'rejoin'>, RegExp> = {
  retry: /again|wait/,
  reload: /reload/,
  rename: /a name|another name/,
  newRoom: /a new room/,
  watch: /watch/,
}
const rulebook = readFileSync('game/SPEC.md', 'utf8')
const wayInRulebook = (refusal: string) =>
  rulebook.match(new RegExp(`^\\|[^|]+\\| \`${refusal}\` .*\\| (.+?) +\\|$`, 'm'))?.[1]

test('where a visit to a room has ended, the way out is the one of the rulebook', () => {
  const ending = refusals.filter((each) => finalRefusals.includes(each) || waysOut[each] !== 'retry')
  for (const refusal of ending) {
    const way = waysOut[refusal] as keyof typeof inRulebook
    expect(wayInRulebook(refusal), refusal).toMatch(inRulebook[way])
  }
  for (const refusal of refusals.filter((each) => waysOut[each] === 'retry')) {
    expect(wayInRulebook(refusal), refusal).not.toMatch(/reload|choose a name|a new room|^watch/)
  }
})
