import { expect, test } from 'vitest'
import { settings } from '#game/settings'
import { atOnce, curve, locked } from '#game/testing/hand'
import { drawingHoldReasons, suspect } from './drawing-hold-reasons'
import { fairPlayLimits as limits } from './limits'
import type { Measures } from './measure'

const usual: Measures = {
  ...{ lockMs: 900, reactionMs: 500, writingMs: 400, points: 20, batches: 10, drawnMs: 300, variation: 0.3 },
}
const nothing = { impossible: [], strange: [] }
const suspected = (change: Partial<Measures>, prompt = 8, lagCreditMs = 0) =>
  suspect({ prompt, lagCreditMs }, { ...usual, ...change })

test('[F2] what a hand does arouses no suspicion, at the very limits either', () => {
  expect(suspected({})).toEqual(nothing)
  expect(
    suspected({
      lockMs: limits.quickLockMs,
      reactionMs: limits.leastReactionMs,
      writingMs: limits.leastWritingMs,
      points: limits.leastPoints,
      variation: limits.leastSpeedVariation,
    }),
  ).toEqual(nothing)
})

test.each([
  ['a lock', { lockMs: limits.quickLockMs - 1 }, { impossible: [], strange: ['quick-lock'] }],
  [
    'a lock, by far',
    { lockMs: limits.leastLockMs - 1 },
    { impossible: ['too-soon'], strange: ['quick-lock'] },
  ],
  ['the first ink', { reactionMs: limits.leastReactionMs - 1 }, { impossible: [], strange: ['too-soon'] }],
  ['writing', { writingMs: limits.leastWritingMs - 1 }, { impossible: ['too-quick'], strange: [] }],
  ['points', { points: limits.leastPoints - 1 }, { impossible: [], strange: ['few-points'] }],
  [
    'change of speed',
    { variation: limits.leastSpeedVariation - 0.001 },
    { impossible: [], strange: ['even-speed'] },
  ],
])('[F2] below the limit of %s there is a reason', (_, change, reasons) => {
  expect(suspected(change)).toEqual(reasons)
})

test('[F2] a lock at the limit of what is possible is strange alone', () => {
  expect(suspected({ lockMs: limits.leastLockMs })).toEqual({ impossible: [], strange: ['quick-lock'] })
})

test('[F2] where too little was drawn to tell a speed, none is too even', () => {
  expect(suspected({ variation: null })).toEqual(nothing)
})

test('[F2] ink gathers for so long, and for a round trip; of a line that has all the credit there is nothing is known', () => {
  const batches = 3
  const at = (lagCreditMs: number) => batches * (limits.mostGatheringMs + 2 * lagCreditMs)
  for (const lagCreditMs of [0, 10]) {
    expect(suspected({ batches, drawnMs: at(lagCreditMs) }, 8, lagCreditMs)).toEqual(nothing)
    expect(suspected({ batches, drawnMs: at(lagCreditMs) + 1 }, 8, lagCreditMs).strange).toEqual([
      'one-batch',
    ])
  }
  expect(suspected({ batches: 1, drawnMs: 9_000 }, 8, settings.maxLagCreditMs)).toEqual(nothing)
})

test('[F2] a 1 may be as quick as two frames of a slow screen, but not known before anybody reads', () => {
  const quick = { lockMs: limits.leastLockMs, writingMs: 0, points: 2 }
  expect(suspected(quick, 1)).toEqual(nothing)
  expect(suspected({ lockMs: limits.leastLockMs - 1 }, 1).impossible).toEqual(['too-soon'])
})

test('[F2] each reason of a drawing is told once, and one that never locked gives none', () => {
  const stored = locked(atOnce(curve(1), 4))
  const reasons = drawingHoldReasons(stored)
  expect(reasons).toContain('too-soon')
  expect(new Set(reasons).size).toBe(reasons.length)
  expect(drawingHoldReasons({ ...stored, lock: null })).toEqual([])
})
