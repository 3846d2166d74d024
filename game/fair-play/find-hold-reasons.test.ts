import { describe, expect, test } from 'vitest'
import type { InkOp, Point } from '#game/drawing/ink'
import type { DrawingRecord } from '#game/record'
import { atOnce, curve, inTime, locked } from '#game/testing/hand'
import { ben, cyd } from '#game/testing/stories'
import { findHoldReasons } from './find-hold-reasons'
import { inkFingerprint } from './ink-fingerprint'

const rounds = [1, 2, 3, 4, 5]
const game = (draw: (seed: number) => readonly InkOp[], wishes: Partial<DrawingRecord> = {}) =>
  rounds.map((seed) => locked(draw(seed), wishes))

/** The same line at one speed, with a tremble of a few units and ms. */
function even(seed: number): Point[] {
  return Array.from({ length: 30 }, (_, index) => ({
    x: 500 + Math.round(200 * Math.sin(index / 5 + seed)) + ((index * 7) % 3),
    y: 200 + 20 * index,
    t: index * 16 + ((index * 5 + seed) % 4),
  })).map((point, index, points) => ({ ...point, x: 300 + 10 * index + (points.length % 7) }))
}

const corners = [
  { x: 300, y: 200, t: 0 },
  { x: 700, y: 200, t: 120 },
  { x: 300, y: 800, t: 300 },
  { x: 700, y: 800, t: 420 },
]

describe('[F2] what no hand does is found', () => {
  test.each<[what: string, drawings: DrawingRecord[], reasons: string[]]>([
    [
      'stored ink in one batch on the prompt',
      game((seed) => atOnce(curve(seed), 4)),
      ['too-soon', 'too-quick'],
    ],
    [
      'one such drawing among honest ones',
      [locked(atOnce(curve(9), 4)), ...game((seed) => inTime(curve(seed)))],
      ['too-soon', 'too-quick'],
    ],
    ['stored ink in its own time from 150 ms on', game((seed) => inTime(curve(seed), 150)), ['too-soon']],
    ['the same from 250 ms on, slowed', game((seed) => inTime(curve(seed).map(slower), 260)), ['too-soon']],
    [
      'a wait of 95 ms under a lag credit of 95',
      game((seed) => inTime(curve(seed), 300), { lagCreditMs: 95 }),
      ['too-soon'],
    ],
    [
      'all at once when a person begins, as though drawn in a moment',
      game((seed) => atOnce(curve(seed).map(quicker), 320)),
      ['too-quick'],
    ],
    ['a whole drawing at once, time and again', game((seed) => atOnce(curve(seed), 900)), ['one-batch']],
    ['a few points far from each other', game(() => inTime(corners)), ['few-points']],
    ['one speed from beginning to end', game((seed) => inTime(even(seed))), ['even-speed']],
    [
      'one speed, and no times of its own',
      game((seed) => inTime(even(seed)).map(withoutTimes)),
      ['even-speed'],
    ],
  ])('%s', (_, drawings, reasons) => {
    expect(findHoldReasons(drawings)).toEqual(expect.arrayContaining(reasons))
  })
})

describe('[F2] what a human may have done holds nobody', () => {
  test.each<[what: string, drawings: DrawingRecord[]]>([
    ['a quick hand', game((seed) => inTime(curve(seed), 340))],
    [
      'a finger that rests on the pad before the prompt',
      game((seed) => [resting, ...inTime(curve(seed), 400)]),
    ],
    ['one start too soon, of luck', [locked(inTime(curve(9), 90)), ...game((seed) => inTime(curve(seed)))]],
    [
      'a network that held up one drawing',
      [locked(atOnce(curve(9), 1_500)), ...game((seed) => inTime(curve(seed)))],
    ],
    ['long polling over a slow line', game((seed) => inTime(curve(seed), 500, 180), { lagCreditMs: 90 })],
    [
      'a line whose lag is more than its credit',
      game((seed) => atOnce(curve(seed), 1_200), { lagCreditMs: 100 }),
    ],
    ['arrow keys', game((seed) => atOnce(curve(seed), 4), { isByKeyboard: true })],
    ['a canvas that a team shares', game((seed) => atOnce(curve(seed), 4), { players: team })],
    ['drawings that never locked', game((seed) => atOnce(curve(seed), 4), { lock: null })],
  ])('%s', (_, drawings) => {
    expect(findHoldReasons(drawings)).toEqual([])
  })
})

const resting: InkOp = { kind: 'draw', atMs: 40, points: [{ ...(curve(1)[0] as Point), t: 40 }] }
const team = [ben, cyd].map((id) => ({ id, name: 'Somebody', colour: 0 }))

function quicker(point: Point): Point {
  return { ...point, t: Math.round(point.t / 5) }
}

function slower(point: Point): Point {
  return { ...point, t: Math.round(point.t * 1.3) }
}

function withoutTimes(op: InkOp): InkOp {
  return op.kind === 'draw' ? { ...op, points: op.points.map((point) => ({ ...point, t: 0 })) } : op
}

function elsewhere(points: readonly Point[], size: number, tremble = 0): Point[] {
  return points.map(({ x, y, t }, index) => ({
    x: Math.round((x - 200) * size) + 37 + ((index * 7) % (2 * tremble + 1)) - tremble,
    y: Math.round((y - 100) * size) + 11 + ((index * 5) % (2 * tremble + 1)) - tremble,
    t,
  }))
}

describe('[F3] the same drawing again is found', () => {
  test.each([
    ['as it was', 1, 0],
    ['smaller', 0.6, 0],
    ['trembling', 1, 4],
  ])('%s, elsewhere on the pad', (_, size, tremble) => {
    const copies = rounds.map((place) => locked(inTime(elsewhere(curve(1), size, tremble).map(late(place)))))
    expect(findHoldReasons(copies)).toEqual(['same-ink'])
  })

  test('straight lines are alike whoever draws them', () => {
    const line = curve(1).map(({ y, t }) => ({ x: 500, y, t }))
    expect(findHoldReasons(rounds.map((place) => locked(inTime(line.map(late(place))))))).toEqual([])
  })

  test('a fingerprint is that of the drawing, not of its place or its time; a line has none', () => {
    const print = (points: readonly Point[], beginMs?: number) =>
      inkFingerprint(locked(inTime(points, beginMs)).ink)
    expect(print(curve(1))).toMatch(/^[0-9a-f]{16}$/)
    expect(print(elsewhere(curve(1), 1), 800)).toBe(print(curve(1)))
    expect(print(curve(2))).not.toBe(print(curve(1)))
    expect(print(curve(1).map(({ y, t }) => ({ x: 500, y, t })))).toBeNull()
    expect(print(curve(1).slice(0, 4))).toBeNull()
  })
})

/** Each copy is played a little later: no two have the same times. */
function late(place: number): (point: Point) => Point {
  return (point) => ({ ...point, t: point.t + place })
}
