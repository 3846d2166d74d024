import { expect, test } from 'vitest'
import type { InkOp } from '#game/drawing/ink'
import { encodeInk } from '#game/drawing/ink-codec'
import { achievementNames } from '#game/protocol/constants'
import { settings } from '#game/settings'
import { type AchievedDrawing, achievementsIn, type GameFacts } from './achievements'
import { dailyRow } from './daily-row'
import { streakOf } from './streak'

const stroke = (from: number, to: number, atMs: number): InkOp[] => [
  {
    kind: 'draw',
    atMs,
    points: [from, (from + to) / 2, to].map((y) => ({ x: 500, y: Math.round(y), t: atMs })),
  },
  { kind: 'lift', atMs },
]
const inkOf = (...ops: InkOp[]) => encodeInk(ops)

/** Nothing that anybody would be proud of. */
const plain: AchievedDrawing = {
  ...{ prompt: 3, promptAtMs: 0, lockMs: 2_000, wrongLocks: 0, cleanness: 0.98 },
  ink: inkOf(...stroke(100, 700, 400), ...stroke(700, 100, 900)),
}
const none: GameFacts = { mode: 'relay', drawings: [], digitsBefore: [], locksBefore: 0, streakDays: 1 }
const after = (facts: Partial<GameFacts>) => achievementsIn({ ...none, ...facts })
const withOne = (drawing: Partial<AchievedDrawing>) => after({ drawings: [{ ...plain, ...drawing }] })
const times = (count: number, drawing = plain) => Array.from({ length: count }, () => drawing)

test('[A3] who only plays has achieved nothing, and the first recognised drawing is an achievement', () => {
  expect(after({})).toEqual([])
  expect(withOne({ lockMs: null })).toEqual([])
  expect(withOne({})).toEqual(['first'])
})

test.each<[string, Partial<AchievedDrawing>, Partial<AchievedDrawing>]>([
  [
    'lightning',
    { lockMs: 599, ink: inkOf(...stroke(100, 850, 200), ...stroke(100, 850, 300)) },
    { lockMs: 600 },
  ],
  ['sure', { cleanness: 1 }, { cleanness: 0.999 }],
  [
    'one-stroke',
    { prompt: 4, ink: inkOf(...stroke(100, 850, 400)) },
    { prompt: 7, ink: inkOf(...stroke(100, 850, 400)) },
  ],
  ['thrifty', { ink: inkOf(...stroke(100, 599, 400)) }, { prompt: 1, ink: inkOf(...stroke(100, 599, 400)) }],
  [
    'tiny',
    { prompt: 1, ink: inkOf(...stroke(100, 299, 400)) },
    { prompt: 1, ink: inkOf(...stroke(100, 300, 400)) },
  ],
  ['giant', { ink: inkOf(...stroke(50, 950, 400)) }, { ink: inkOf(...stroke(51, 950, 400)) }],
  ['second-try', { wrongLocks: 1 }, { wrongLocks: 1, lockMs: null }],
  [
    'fresh-start',
    { ink: inkOf(...stroke(100, 700, 400), { kind: 'undo', atMs: 500 }, ...stroke(100, 700, 900)) },
    { ink: inkOf(...stroke(100, 700, 400), { kind: 'clear', atMs: 2_001 }) },
  ],
  ['lightning', { lockMs: 599 }, { prompt: 1, lockMs: 599 }],
  ['one-stroke', { prompt: 5, ink: inkOf(...stroke(100, 850, 400)) }, { prompt: 4 }],
  ['giant', { ink: inkOf(...stroke(0, 1_000, 400)) }, { ink: '' }],
  ['fresh-start', { ink: inkOf(...stroke(100, 700, 400), { kind: 'clear', atMs: 500 }) }, {}],
  [
    'fresh-start',
    { promptAtMs: 3_000, ink: inkOf(...stroke(100, 700, 3_400), { kind: 'undo', atMs: 5_000 }) },
    { promptAtMs: 3_000, ink: inkOf(...stroke(100, 700, 3_400), { kind: 'undo', atMs: 5_001 }) },
  ],
])('[A3] %s is achieved by one drawing, and just not by another', (name, achieves, misses) => {
  expect(withOne(achieves)).toContain(name)
  expect(withOne(misses)).not.toContain(name)
})

test('[A3] some are achieved by a whole game', () => {
  const wrong = { ...plain, wrongLocks: 1 }
  expect(after({ mode: 'race', drawings: times(5) })).toContain('clean-race')
  expect(after({ mode: 'race', drawings: [...times(4), wrong] })).not.toContain('clean-race')
  expect(after({ mode: 'race', drawings: times(4) })).not.toContain('clean-race')
  expect(after({ drawings: [wrong, ...times(10)] })).toContain('clean-ten')
  expect(after({ drawings: [...times(9), wrong, ...times(9)] })).not.toContain('clean-ten')
  expect(after({ mode: 'rush', drawings: times(25) })).toContain('sprint')
  expect(after({ mode: 'rush', drawings: times(24) })).not.toContain('sprint')
})

test('[A3] those of one mode are achieved in no other', () => {
  expect(after({ mode: 'relay', drawings: times(5) })).not.toContain('clean-race')
  expect(after({ mode: 'rush', drawings: times(5) })).not.toContain('clean-race')
  expect(after({ mode: 'race', drawings: times(25) })).not.toContain('sprint')
})

test('[A3] and some by all games together', () => {
  const nine = [0, 1, 2, 4, 5, 6, 7, 8, 9]
  expect(after({ drawings: [plain], digitsBefore: nine })).toContain('all-ten')
  expect(after({ drawings: [{ ...plain, lockMs: null }], digitsBefore: nine })).not.toContain('all-ten')
  expect(after({ drawings: [plain], locksBefore: 99 })).toContain('hundred')
  expect(after({ drawings: [plain], locksBefore: 98 })).not.toContain('hundred')
  expect([after({ streakDays: 7 }), after({ streakDays: 6 })]).toEqual([['week'], []])
  expect(achievementNames).toHaveLength(15)
})

test('[A1] a streak is of days in a row up to today, or up to yesterday as long as today may still be one of them', () => {
  const days = ['2026-11-28', '2026-11-27', '2026-11-26', '2026-11-24']
  expect(streakOf(days, '2026-11-28')).toEqual({ days: 3, isTodayDone: true })
  expect(streakOf(days, '2026-11-29')).toEqual({ days: 3, isTodayDone: false })
  expect(streakOf(days, '2026-11-30')).toEqual({ days: 0, isTodayDone: false })
  expect(streakOf(['2026-03-01', '2026-02-28'], '2026-03-01').days).toBe(2)
})

test('[A1] days after today, from a clock that was wrong, neither add to a streak nor break it', () => {
  expect(streakOf(['2026-12-24', '2026-11-28', '2026-11-27'], '2026-11-28').days).toBe(2)
  expect(streakOf(['2026-12-24'], '2026-11-28').days).toBe(0)
})

test('[A4] a try is shown as blocks by points, ten in a line, and tells no digit', () => {
  expect(dailyRow([0, 1, 125, 126, 500, 875, 876, settings.maxPoints])).toBe('▁▁▁▂▄▇██')
  expect(dailyRow(Array.from({ length: 12 }, () => 990))).toBe(`${'█'.repeat(10)}\n██`)
  expect(dailyRow([])).toBe('')
  expect(dailyRow([3, 7, 700])).not.toMatch(/\d/)
})
