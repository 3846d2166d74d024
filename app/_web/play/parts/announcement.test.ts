import { readFileSync } from 'node:fs'
import { createFormatter, createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import type { StandingView } from '#game/protocol/server-messages'
import { formatTagOf, type Locale, locales } from '../../kit/i18n/locales'
import type { RoomEvent } from '../room-client/room-events'
import { announcementOf } from './announcement'

const now = 1_764_000_000_000

function announce(locale: Locale, event: RoomEvent): string | null {
  const file = new URL(`../../kit/i18n/messages/${locale}/room.json`, import.meta.url)
  const messages = { room: JSON.parse(readFileSync(file, 'utf8')) }
  return announcementOf(event, {
    room: createTranslator({ locale: formatTagOf(locale), messages, namespace: 'room' }) as never,
    spoken: ({ left, sign, right }) => `${left} ${sign} ${right}`,
    t: createTranslator({ locale: formatTagOf(locale), messages, namespace: 'room.announce' }) as never,
    titles: createTranslator({ locale: formatTagOf(locale), messages, namespace: 'room.finished' }) as never,
    format: createFormatter({ locale: formatTagOf(locale) }),
    now,
  })
}

const standing = (name: string, score: number, rank: number): StandingView => ({
  ...{ playerId: `00000000-0000-4000-8000-00000000000${rank}`, name, colour: 0, score, rank },
  ...{ locks: 1, lockMs: 900, isByKeyboard: false, team: null, rounds: [score] },
})
const finished = (...standings: StandingView[]): RoomEvent => ({ type: 'game:finished', standings })
const said = (locale: Locale, ...standings: StandingView[]) => announce(locale, finished(...standings)) ?? ''

test.each(locales)('announcement: a game alone has its points and no winner, in %s', (locale) => {
  const alone = said(locale, standing('Zoë', 777, 1))
  const won = said(locale, standing('Zoë', 777, 1), standing('Ben', 5, 2))
  expect(won).toContain('Zoë')
  expect(alone).not.toContain('Zoë')
  expect(alone).toMatch(/777|٧٧٧/)
})

test.each(locales)('announcement: a shared win names nobody, in %s', (locale) => {
  const shared = said(locale, standing('Zoë', 777, 1), standing('Ben', 777, 1))
  expect(shared).not.toMatch(/Zoë|Ben/)
  expect(shared).not.toBe(said(locale, standing('Zoë', 777, 1)))
})

test('announcement: prompt, lock, pen, wrong lock, end of the time and points are said, each in its words', () => {
  const texts = (
    [
      { type: 'prompt:shown', prompt: 8, endsAt: now + 9_800 },
      { type: 'prompt:shown', prompt: 7, endsAt: null },
      { type: 'drawing:locked', atMs: 1_540, points: 880, row: 1 },
      { type: 'drawing:locked', atMs: 1_540, points: 880, row: 3 },
      { type: 'rival:locked', name: 'Ben', isSaid: true },
      { type: 'pen:received' },
      { type: 'drawing:wrong-locked' },
      { type: 'phase:began', phase: 'judging' },
      { type: 'phase:began', phase: 'countdown' },
      { type: 'round:revealed', points: 1 },
      { type: 'drawing:unlike', prompt: 8 },
    ] satisfies RoomEvent[]
  ).map((event) => announce('en', event) ?? '')
  expect(new Set(texts).size).toBe(texts.length)
  expect(texts).not.toContain('')
  expect(texts[0]).toMatch(/an 8.*10 seconds/)
  expect(texts[1]).toMatch(/a 7/)
  expect(texts[1]).not.toMatch(/second/)
  expect(texts[2]).toMatch(/1\.5 seconds.*880 points/)
  expect(texts[2]).not.toMatch(/in a row/)
  expect(texts[3]).toMatch(/880 points.*3 in a row/)
  expect(texts[4]).toMatch(/Ben/)
  expect(texts[9]).toMatch(/1 point /)
  expect(texts[10]).toMatch(/an 8.*the way you write it/)
})

test.each(locales)(
  '[R28] announcement: of a sum it is said what to work out, and never its answer, in %s',
  (locale) => {
    const sum = { left: 56, sign: 'divided', right: 8 } as const
    for (const endsAt of [now + 10_000, null]) {
      const text = announce(locale, { type: 'prompt:shown', prompt: null, sum, endsAt }) ?? ''
      expect(text).toContain('56 divided 8')
      expect(text).not.toMatch(/7|٧/)
    }
  },
)

test.each(locales)(
  '[R27] announcement: a countdown says which modifier there is, and what it means, in %s',
  (locale) => {
    const countdowns = (['mirror', 'blind', 'one-stroke', 'other-hand'] as const).map((modifier) =>
      announce(locale, { type: 'phase:began', phase: 'countdown', modifier }),
    )
    expect(new Set(countdowns).size).toBe(4)
    const plain = announce(locale, { type: 'phase:began', phase: 'countdown' }) ?? ''
    for (const text of countdowns) expect(text?.startsWith(plain) && text.length > plain.length).toBe(true)
  },
)

test('announcement: of what others do, and of phases that are seen at once, nothing is said', () => {
  const silent: RoomEvent[] = [
    { type: 'table:locked' },
    { type: 'drawing:changed' },
    { type: 'rival:locked', name: 'Ben', isSaid: false },
    { type: 'phase:began', phase: 'drawing' },
    { type: 'phase:began', phase: 'lobby' },
  ]
  expect(silent.map((event) => announce('en', event))).toEqual(silent.map(() => null))
})
