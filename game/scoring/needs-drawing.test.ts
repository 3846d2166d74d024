import { expect, test } from 'vitest'
import type { InkOp } from '#game/drawing/ink'
import { answer, draw, lift, point } from '#game/testing/stories'
import { countWrongLocks, findLock } from './lock'

type Position = readonly [x: number, y: number]

/** A drawing that the judge takes for a 1 without a doubt. */
function judged(prompt: 1 | 7, ...strokes: readonly (readonly Position[])[]) {
  const ink: InkOp[] = strokes.flatMap((stroke) => [draw(...stroke.map(([x, y]) => point(x, y))), lift])
  const guesses = [{ opCount: ink.length, thousandths: answer(1, 1000) }]
  return { prompt, promptAtMs: 0, ink, guesses, edition: 2 } as const
}

const lockOf = (...strokes: readonly (readonly Position[])[]) =>
  findLock(judged(1, ...strokes), Number.POSITIVE_INFINITY)

test.each<[what: string, ...strokes: Position[][]]>([
  [
    'two points 4 units apart',
    [
      [500, 500],
      [500, 504],
    ],
  ],
  [
    'a tick of 5 % of the pad',
    [
      [500, 480],
      [502, 500],
      [505, 530],
    ],
  ],
  [
    'three points in a box of 12',
    [
      [500, 500],
      [508, 500],
      [504, 512],
    ],
  ],
  [
    'a short hook',
    [
      [480, 520],
      [500, 500],
      [503, 530],
      [505, 560],
    ],
  ],
  [
    'a knot of much ink in little room',
    [
      [500, 500],
      [540, 540],
      [500, 540],
      [540, 500],
      [500, 500],
      [540, 540],
    ],
  ],
  ['dots far from each other', [[500, 200]], [[500, 500]], [[500, 800]]],
  [
    'a line that lies',
    [
      [200, 500],
      [800, 520],
    ],
  ],
  [
    'a line that leans more than it stands',
    [
      [300, 300],
      [600, 700],
    ],
  ],
])('[F1] %s never locks, however sure the judge is', (_, ...strokes) => {
  expect(lockOf(...strokes)).toBeNull()
})

test.each<[what: string, ...strokes: Position[][]]>([
  [
    'a 1 in a corner, a sixteenth of the pad high',
    [
      [2, 2],
      [4, 66],
    ],
  ],
  [
    'an upright line that leans a little',
    [
      [500, 200],
      [360, 800],
    ],
  ],
  [
    'a 1 with a flag, wider than a line may be',
    [
      [300, 400],
      [500, 200],
      [500, 800],
      [480, 800],
      [700, 800],
    ],
  ],
  [
    'a 1 in two strokes with a gap',
    [
      [500, 200],
      [500, 480],
    ],
    [
      [500, 520],
      [500, 800],
    ],
  ],
])('[F1] %s locks', (_, ...strokes) => {
  expect(lockOf(...strokes)?.guessIndex).toBe(0)
})

test('[F1] what was taken back does not count, and a lock begins once there is a drawing', () => {
  const line: InkOp = { ...draw(), atMs: 100 }
  const tick: InkOp = { ...draw(point(500, 500), point(500, 510)), atMs: 300 }
  const whole: InkOp = { ...draw(point(500, 900)), atMs: 400 }
  const ink: InkOp[] = [line, { kind: 'undo', atMs: 200 }, tick, whole]
  const guesses = [3, 4].map((opCount) => ({ opCount, thousandths: answer(1, 1000) }))
  const drawing = { prompt: 1, promptAtMs: 0, ink, guesses, edition: 2 } as const
  expect(findLock(drawing, Number.POSITIVE_INFINITY)).toMatchObject({ atMs: 400, guessIndex: 1 })
})

test('[F1] [S4] a tick at rest is no wrong lock either', () => {
  const tick = judged(7, [
    [500, 480],
    [502, 500],
    [505, 530],
  ])
  const line = judged(7, [
    [500, 200],
    [500, 800],
  ])
  expect(countWrongLocks(tick, Number.POSITIVE_INFINITY, null)).toBe(0)
  expect(countWrongLocks(line, Number.POSITIVE_INFINITY, null)).toBe(1)
})
