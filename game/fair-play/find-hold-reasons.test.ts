import { describe, expect, test } from 'vitest'
import type { InkOp, Point } from '#game/drawing/ink'
import type { Digit } from '#game/protocol/scalars'
import type { DrawingRecord } from '#game/records/record'
import { settings } from '#game/settings'
import { atOnce, curve, inTime, locked } from '#game/testing/hand'
import { ben, cyd } from '#game/testing/stories'
import { type Evidence, evidenceOf } from './evidence'
import { findHoldReasons } from './find-hold-reasons'
import { inkFingerprint } from './ink-fingerprint'

const { parMs } = settings
const reasonsOf = (drawings: readonly DrawingRecord[]) =>
  findHoldReasons(drawings.flatMap((drawing) => evidenceOf(drawing) ?? []))
const rounds = [1, 2, 3, 4, 5]
const game = (draw: (seed: number) => readonly InkOp[], changed: Partial<DrawingRecord> = {}) =>
  rounds.map((seed) => locked(draw(seed), changed))

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
      ['quick-lock'],
    ],
    ['a whole drawing at once, time and again', game((seed) => atOnce(curve(seed), 900)), ['one-batch']],
    ['a few points far from each other', game(() => inTime(corners)), ['few-points']],
    ['one speed from beginning to end', game((seed) => inTime(even(seed))), ['even-speed']],
    [
      'one speed, and no times of its own',
      game((seed) => inTime(even(seed)).map(withoutTimes)),
      ['even-speed'],
    ],
    [
      'a rush that no hand keeps up with, every lock of which might be one of a very good day',
      rush(() => 466),
      ['quick-game'],
    ],
    [
      'the same where nearly half are quicker still, and the others take their time',
      rush((index) => (index % 20 < 9 ? 210 : 900)),
      ['quick-game'],
    ],
    [
      'fresh ink in good time, each drawing begun as long after its prompt, give or take a timer',
      rush(
        () => 900,
        (index) => 300 + (index % 5) * 4,
      ),
      ['even-reaction'],
    ],
    [
      'stored ink in one batch on a canvas that a team shares',
      game((seed) => atOnce(curve(seed), 4), { players: team }),
      ['too-soon', 'too-quick', 'quick-lock'],
    ],
    [
      'a whole drawing at once in good time, by a team',
      game((seed) => atOnce(curve(seed), 900), { players: team }),
      ['one-batch'],
    ],
    ['a team of two at one speed', game((seed) => byTwoHands(even(seed)), { players: team }), ['even-speed']],
  ])('%s', (_, drawings, reasons) => {
    expect(reasonsOf(drawings)).toEqual(expect.arrayContaining(reasons))
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
    [
      'an 8 by two hands, who wait for each other',
      game((seed) => byTwoHands(curve(seed), 2_500), { players: team }),
    ],
    [
      'the same with clocks that are not in step',
      game((seed) => byTwoHands(curve(seed), 200, 200), { players: team, lagCreditMs: 60 }),
    ],
    ['a long wait between two strokes', game((seed) => byTwoHands(curve(seed), 4_000))],
    ['the quickest hand of a hundred games of ten', rush((index) => 0.55 * (parMs[index % 10] ?? 0))],
    [
      'who works out sums as soon as they see them: par is that of the digit alone',
      rush((index) => 0.55 * (parMs[index % 10] ?? 0)).map((drawing) => ({
        ...drawing,
        sum: { left: drawing.prompt * 8, sign: 'divided' as const, right: 8 },
      })),
    ],
    [
      'who begins after the prompts as evenly as the most even of people',
      rush(
        () => 900,
        (index) => 400 + ((index * 7) % 20) * 6,
      ),
    ],
    [
      'nine drawings that happen to begin as long after their prompts',
      rush(
        () => 900,
        () => 400,
      ).slice(0, 9),
    ],
    ['a few quick locks', rush(() => 466).slice(0, 9)],
    ['drawings that never locked', game((seed) => atOnce(curve(seed), 4), { lock: null })],
  ])('%s', (_, drawings) => {
    expect(reasonsOf(drawings)).toEqual([])
  })
})

/** Twice ten locks of each digit in turn, as quick and begun as soon as is said. */
function rush(
  lockMsOf: (index: number) => number,
  beginMsOf = (index: number) => Math.min(350, Math.round(0.7 * lockMsOf(index))),
): DrawingRecord[] {
  return Array.from({ length: 20 }, (_, index) => {
    const lockMs = Math.round(lockMsOf(index))
    const beginMs = beginMsOf(index)
    const share = (lockMs - beginMs) / 480
    const points = curve(index + 1).map((point) => ({ ...point, t: Math.round(point.t * share) }))
    const lock = { atMs: lockMs, guessIndex: 0, heldIndex: 0 }
    return locked(inTime(points, beginMs), { prompt: (index % 10) as Digit, lock })
  })
}

/** One stroke that ends half way, and another by who goes on, `pauseMs` later, with a clock that is so much behind. */
function byTwoHands(points: readonly Point[], pauseMs = 300, behindMs = 0): InkOp[] {
  const half = points.length / 2
  const first = inTime(points.slice(0, half))
  const handedOverMs = first.at(-1)?.atMs ?? 0
  const begin = points[Math.ceil(half)]?.t ?? 0
  const second = points.slice(Math.ceil(half)).map((point) => ({ ...point, t: point.t - begin }))
  const lastT = points[Math.ceil(half) - 1]?.t ?? 0
  return [
    ...first,
    ...inTime(second, handedOverMs + pauseMs).map((op) =>
      op.kind === 'draw'
        ? {
            ...op,
            points: op.points.map((point) => ({
              ...point,
              t: Math.max(lastT + 420, point.t - behindMs - pauseMs),
            })),
          }
        : op,
    ),
  ]
}

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
    const copies = rounds.map((round) => locked(inTime(elsewhere(curve(1), size, tremble).map(late(round)))))
    expect(reasonsOf(copies)).toEqual(['same-ink'])
  })

  const turned = (degrees: number) => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
    return ({ x, y }: Point) => ({ x: cos * x - sin * y + 250, y: sin * x + cos * y + 100 })
  }
  const leant =
    (share: number) =>
    ({ x, y }: Point) => ({ x: x + share * y, y })
  test.each([
    ['turned by some degrees', [turned(-9), turned(0), turned(4), turned(13)]],
    ['leant', [leant(-0.2), leant(0), leant(0.1), leant(0.25)]],
  ])('%s', (_, maps) => {
    const copies = maps.map((map, round) =>
      locked(
        inTime(
          curve(1).map((point) => {
            const { x, y } = map(point)
            return late(round)({ ...point, x: Math.round(x), y: Math.round(y) })
          }),
        ),
      ),
    )
    expect(reasonsOf(copies)).toEqual(['same-ink'])
  })

  test('straight lines are alike whoever draws them', () => {
    const line = curve(1).map(({ y, t }) => ({ x: 500, y, t }))
    expect(reasonsOf(rounds.map((round) => locked(inTime(line.map(late(round))))))).toEqual([])
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

describe('[F2] [F3] at their limits', () => {
  const alone = (seed: number) => evidenceOf(locked(inTime(curve(seed)))) as Evidence
  const strange = (seed: number): Evidence => ({ ...alone(seed), strange: ['one-batch'] })

  test.each([
    ['two of four', [strange(1), strange(2), alone(3), alone(4)], ['one-batch']],
    ['two of five', [strange(1), strange(2), alone(3), alone(4), alone(5)], []],
    ['one of one', [strange(1)], []],
    ['two of two', [strange(1), strange(2)], ['one-batch']],
  ] as const)('strange drawings: %s', (_, evidence, reasons) => {
    expect(findHoldReasons(evidence)).toEqual(reasons)
  })

  test.each([
    ['one', 1, []],
    ['two', 2, ['same-ink']],
  ] as const)('copies: %s', (_, copies, reasons) => {
    const again = Array.from({ length: copies }, () => alone(1))
    expect(findHoldReasons([alone(1), alone(2), alone(3), ...again])).toEqual(reasons)
  })
})

/** Each copy is played a little later: no two have the same times. */
function late(round: number): (point: Point) => Point {
  return (point) => ({ ...point, t: point.t + round })
}
