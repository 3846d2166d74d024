import { expect, test } from 'vitest'
import type { InkOp } from '#game/drawing/ink'
import { measureGrowth } from './growth'
import type { WatchedDrawing } from './watch'

const stepMs = 100

/** A stroke that grows by one unit in every step; `sureOf` says which digit the judge is sure of after each. */
function growing(prompt: 1 | 7, sureOf: readonly (number | null)[]): WatchedDrawing {
  const ink: InkOp[] = sureOf.map((_, step) => ({
    kind: 'draw',
    atMs: step * stepMs,
    points: step === 0 ? [point(0), point(1)] : [point(step + 1)],
  }))
  const guesses = sureOf.map((answer, step) => ({
    opCount: step + 1,
    thousandths: Array.from({ length: 11 }, (_, digit) => (digit === answer ? 990 : 1)),
  }))
  return { prompt, promptAtMs: 0, ink, guesses }
}

const point = (y: number) => ({ x: 0, y, t: 0 })

function ruleOf(drawings: readonly WatchedDrawing[], lockThousandths: number, lockHoldMs: number) {
  const rule = measureGrowth(drawings).rules.find(
    (one) => one.lockThousandths === lockThousandths && one.lockHoldMs === lockHoldMs,
  )
  if (!rule) throw new Error('this rule was not tried')
  return rule
}

test('a digit recognised half-way is reported with the ink and the time it needed', () => {
  expect(ruleOf([growing(1, [null, 1, 1, 1])], 900, 150)).toMatchObject({
    lockShare: 1,
    medianInkShare: 0.5,
    medianLockMs: 100,
    flipShare: 0,
    otherLockShare: 0,
  })
})

test('a longer hold keeps a passing resemblance from locking', () => {
  const seven = growing(7, [1, 1, 7, 7])
  expect(ruleOf([seven], 900, 150)).toMatchObject({ lockShare: 1, medianLockMs: 200, otherLockShare: 1 })
  expect(ruleOf([seven], 900, 300)).toMatchObject({ lockShare: 1, otherLockShare: 0 })
})

test('a lock that a later guess takes back is a flip', () => {
  expect(ruleOf([growing(1, [1, 1, 1, 7, 7]), growing(1, [1, 1, 1, 1, 1])], 900, 150)).toMatchObject({
    lockShare: 1,
    flipShare: 0.5,
  })
})

test('the way of a drawing is told by the share of its ink', () => {
  const { byInk } = measureGrowth([growing(7, [null, 1, 7, 7])])
  expect(byInk.map(({ inkShare, rightShare, wrongShare }) => [inkShare, rightShare, wrongShare])).toEqual([
    [0.1, 0, 0],
    [0.2, 0, 0],
    [0.3, 0, 0],
    [0.4, 0, 0],
    [0.5, 0, 1],
    [0.6, 0, 1],
    [0.7, 0, 1],
    [0.8, 1, 0],
    [0.9, 1, 0],
    [1, 1, 0],
  ])
})

test('each digit has its own median time to lock, or none', () => {
  const { medianLockMs } = measureGrowth([
    growing(1, [1, 1, 1]),
    growing(1, [null, null, 1]),
    growing(1, [null, 1, 1]),
  ])
  expect(medianLockMs[1]).toBe(100)
  expect(medianLockMs[7]).toBeNull()
})

test('a pen lifted on another digit, with more to come, is counted', () => {
  const { ink, guesses, ...rest } = growing(7, [1, 7])
  const lifted: InkOp[] = [...ink.slice(0, 1), { kind: 'lift', atMs: 0 }, ...ink.slice(1)]
  const [first, second] = guesses
  if (!first || !second) throw new Error('two guesses were made')
  const watched = {
    ...rest,
    ink: lifted,
    guesses: [first, { ...first, opCount: 2 }, { ...second, opCount: 3 }],
  }
  expect(measureGrowth([watched]).otherAtLiftShare).toBe(1)
  const finished = { ...watched, ink: lifted.slice(0, 2), guesses: watched.guesses.slice(0, 2) }
  expect(measureGrowth([finished]).otherAtLiftShare).toBe(0)
})
