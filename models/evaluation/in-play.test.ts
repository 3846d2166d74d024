import { expect, test } from 'vitest'
import type { InkOp } from '#game/drawing/ink'
import { settings } from '#game/settings'
import { answer, draw } from '#game/testing/stories'
import { bootstrapIntervals, type HitCounts } from './bootstrap'
import { measureInPlay, type PlayedDrawing, promptsLocked } from './in-play'
import { labelText } from './lookalikes'

type Seen = [digit: number, kind: InkOp['kind']]

/** A drawing in steps a second apart, each with what the judge is sure of after it. */
function played(truth: number, steps: Seen[], more: Partial<PlayedDrawing> = {}): PlayedDrawing {
  const ink = steps.map(
    ([, kind], index): InkOp =>
      kind === 'draw' ? { ...draw(), atMs: 1000 * index } : { kind, atMs: 1000 * index },
  )
  const guesses = steps.map(([digit], index) => ({ opCount: index + 1, thousandths: answer(digit, 990) }))
  const watched = { prompt: (truth % 10) as 0, promptAtMs: 0, ink, guesses, edition: 3 } as const
  return { truth, label: `${truth}`, writer: null, watched, ...more }
}

/** A 6 that is a 1 on its way, in one stroke; and a 4 that is a 1 after its first. */
const six = played(6, [
  [1, 'draw'],
  [6, 'draw'],
  [6, 'lift'],
])
const four = played(4, [
  [1, 'draw'],
  [1, 'lift'],
  [4, 'draw'],
  [4, 'lift'],
])
const flower = played(10, [
  [0, 'draw'],
  [0, 'lift'],
  [10, 'draw'],
  [10, 'lift'],
])

test('in play: a drawing locks as all that the judge has been sure of with a lift, at any moment', () => {
  expect([six, four, flower].map((one) => promptsLocked(one))).toEqual([1 << 6, (1 << 1) | (1 << 4), 1])
})

test('in play: the share of drawings that lock as a prompt which they are not is a mean over prompts, beside that of own locks', () => {
  const { rules, prompts } = measureInPlay([six, four, flower])
  const [noLift, withLift] = rules
  expect(noLift?.asPrompt.share).toBeCloseTo((1 / 3 + 2 / 3) / 10, 12)
  expect(withLift).toMatchObject({
    own: { share: 1 },
    asPrompt: { share: expect.closeTo((1 / 3 + 1 / 3) / 10, 12) },
  })
  expect(prompts.map(({ share }) => Math.round(300 * share))).toEqual([100, 100, 0, 0, 0, 0, 0, 0, 0, 0])
  expect(measureInPlay([flower]).rules.every(({ own }) => own === null)).toBe(true)
})

test('in play: lookalikes count, and beside it stands what is left without them', () => {
  const ring = played(
    10,
    [
      [0, 'draw'],
      [0, 'lift'],
    ],
    { label: 'Korean/character33' },
  )
  const plain = played(10, [
    [10, 'draw'],
    [10, 'lift'],
  ])
  const { rules, lookalikes } = measureInPlay([ring, plain])
  expect(lookalikes).toBe(1)
  expect(rules.at(-1)).toMatchObject({ asPrompt: { share: 0.05 }, withoutLookalikes: { share: 0 } })
  expect(measureInPlay([plain]).rules[0]?.withoutLookalikes).toBeNull()
  expect([labelText('Korean/character33'), labelText('axe')]).toEqual([
    'Korean/character33 (ㅇ, lookalike)',
    'axe',
  ])
})

test('in play: a lock is shown when it has held and the pen was lifted, whichever is later', () => {
  expect(measureInPlay([six]).medianShownMs).toBe(1000)
  const quick = played(6, [[6, 'draw']])
  expect(measureInPlay([quick]).medianShownMs).toBe(settings.lockHoldMs)
})

test('in play: hands are drawn again whole, so that one hand among few makes the interval wide', () => {
  const of = (writers: number) =>
    measureInPlay(
      Array.from({ length: 100 }, (_, index) => {
        const writer = `${index % writers}`
        return index % writers === 0 ? { ...flower, writer } : played(10, [[10, 'lift']], { writer })
      }),
    )
  const [few, many] = [of(4), of(100)].map(({ rules, writers }) => ({ writers, ...rules.at(-1)?.asPrompt }))
  expect([few?.writers, many?.writers]).toEqual([4, 100])
  expect(few).toMatchObject({ share: 0.025, low: 0 })
  expect((few?.high ?? 0) - (few?.low ?? 0)).toBeGreaterThan((many?.high ?? 1) - (many?.low ?? 0))
})

test('bootstrap: an interval holds its share, is the same each time, and that of a certainty has no width', () => {
  const tallies = Array.from({ length: 50 }, (_, index) => ({
    hits: [index % 5 === 0 ? 1 : 0, 1],
    counts: [1, 1],
  }))
  const shares = ({ hits, counts }: HitCounts) => hits.map((hit, index) => hit / (counts[index] ?? 1))
  const [some, all] = bootstrapIntervals(tallies, shares)
  expect(some).toEqual(bootstrapIntervals(tallies, shares)[0])
  expect(some?.share).toBe(0.2)
  // Of 50 with a share of 0.2 the standard error is 0.057.
  expect([some?.low, some?.high].map((edge) => Math.abs((edge ?? 0) - 0.2))).toEqual([
    expect.closeTo(0.11, 1),
    expect.closeTo(0.11, 1),
  ])
  expect(all).toEqual({ share: 1, low: 1, high: 1 })
})
