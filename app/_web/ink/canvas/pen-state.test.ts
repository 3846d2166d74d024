import { expect, test } from 'vitest'
import { type InkOp, strokesOf } from '#game/drawing/ink'
import {
  idlePen,
  isHeld,
  liftPen,
  movePen,
  type PenEvent,
  type PenState,
  type PointerKind,
} from './pen-state'

function drawn(...events: PenEvent[]): { pen: PenState; ink: InkOp[] } {
  const ink: InkOp[] = []
  let pen: PenState = idlePen
  for (const event of events) {
    const outcome = movePen(pen, event)
    pen = outcome.pen
    ink.push(...outcome.ops)
  }
  return { pen, ink }
}

type Sample = readonly [x: number, t: number]
const y = 500
const point = ([x, t]: Sample) => ({ x, y, t })
const down = (pointerId: number, x: number, t: number, pointer: PointerKind = 'touch'): PenEvent => ({
  ...{ type: 'down', pointerId, pointer },
  ...{ at: point([x, t]), isLarge: false },
})
const move = (pointerId: number, ...samples: Sample[]): PenEvent => ({
  ...{ type: 'move', pointerId },
  ...{ samples: samples.map(point), isLarge: false },
})
const up = (pointerId: number, t: number): PenEvent => ({ type: 'up', pointerId, t })
const cancel = (pointerId: number, t: number): PenEvent => ({ type: 'cancel', pointerId, t })
/** The same with the flat of a hand. */
const large = (event: PenEvent): PenEvent => ({ ...event, isLarge: true }) as PenEvent
const xs = (ink: readonly InkOp[]) => strokesOf(ink).map((stroke) => stroke.map(({ x }) => x))

test('pen: a tap leaves a dot', () => {
  const { ink, pen } = drawn(down(1, 500, 0), up(1, 40))
  expect(ink.map(({ kind }) => kind)).toEqual(['draw', 'lift'])
  expect(xs(ink)).toEqual([[500]])
  expect(pen).toEqual(idlePen)
})

test('pen: two strokes within 100 ms both arrive', () => {
  const { ink } = drawn(
    down(1, 0, 0),
    move(1, [50, 16]),
    up(1, 30),
    down(2, 100, 60),
    move(2, [150, 76]),
    up(2, 90),
  )
  expect(xs(ink)).toEqual([
    [0, 50],
    [100, 150],
  ])
})

test('pen: a clock that is set back in mid-stroke loses no point', () => {
  const { ink } = drawn(down(1, 0, 100), move(1, [20, 104], [40, 50], [60, 54]))
  expect(xs(ink)).toEqual([[0, 20, 40, 60]])
  expect(ink.flatMap((op) => (op.kind === 'draw' ? op.points.map(({ t }) => t) : []))).toEqual([
    100, 104, 104, 104,
  ])
})

test('pen: a trembling pen at rest draws nothing', () => {
  const { ink } = drawn(down(1, 100, 0), move(1, [101, 4], [102, 8], [100, 12]))
  expect(xs(ink)).toEqual([[100]])
})

test('pen: a stroke that leaves the paper goes on along its edge, in whole numbers', () => {
  const { ink } = drawn(down(1, 1000.4, 0), move(1, [1023.6, 16], [1100, 32]))
  expect(xs(ink)).toEqual([[1000, 1023]])
})

test('[H1] a stroke that begins beside the paper is drawn from the edge that it crosses', () => {
  const beside = drawn(down(1, -60, 0), move(1, [-20, 10]))
  expect(beside.ink).toEqual([])
  expect(isHeld(beside.pen, 1)).toBe(true)

  const { ink } = drawn(down(1, -60, 0), move(1, [-20, 10]), move(1, [60, 30], [100, 40]), up(1, 50))
  expect(strokesOf(ink)).toEqual([[point([0, 15]), point([60, 30]), point([100, 40])]])
})

test('[H1] a stroke from beyond a corner begins where it comes onto the paper', () => {
  const from = { ...down(1, 0, 0), at: { x: -30, y: 1084, t: 0 } } as PenEvent
  const to = { ...move(1), samples: [{ x: 70, y: 884, t: 100 }] } as PenEvent
  expect(strokesOf(drawn(from, to).ink)).toEqual([
    [
      { x: 1, y: 1023, t: 31 },
      { x: 70, y: 884, t: 100 },
    ],
  ])
})

test('[H1] a pointer that stays beside the paper draws nothing, nor does a tap there', () => {
  const { ink, pen } = drawn(down(1, -30, 0), move(1, [-40, 10], [-20, 20]), up(1, 30))
  expect(ink).toEqual([])
  expect(pen).toEqual(idlePen)
})

test('[H2] a cancelled touch takes its stroke back, and no other', () => {
  const { ink, pen } = drawn(
    ...[down(1, 100, 0), move(1, [200, 10]), up(1, 20)],
    ...[down(2, 500, 30), move(2, [600, 40]), cancel(2, 50), cancel(2, 60)],
  )
  expect(xs(ink)).toEqual([[100, 200]])
  expect(pen).toEqual(idlePen)
})

test.each(['pen', 'mouse'] as const)('[H2] a cancelled %s ends its stroke, which stays', (pointer) => {
  const { ink, pen } = drawn(down(1, 100, 0, pointer), move(1, [200, 10]), cancel(1, 20))
  expect(ink.at(-1)).toEqual({ kind: 'lift', atMs: 20 })
  expect(xs(ink)).toEqual([[100, 200]])
  expect(pen.stroke).toBeNull()
})

test('[H3] a second finger is ignored, and the first goes on', () => {
  const { ink } = drawn(
    down(1, 300, 0),
    down(2, 900, 10),
    move(2, [800, 20]),
    move(1, [350, 30]),
    up(2, 40),
    up(1, 50),
  )
  expect(xs(ink)).toEqual([[300, 350]])
})

test('[H3] a pen takes over from a palm, and what the palm drew goes', () => {
  const { ink, pen } = drawn(down(1, 900, 0), move(1, [920, 10]), down(2, 100, 20, 'pen'), move(1, [940, 30]))
  expect(xs(ink)).toEqual([[100]])
  expect(pen.stroke?.pointerId).toBe(2)
})

test('[H3] a pen that comes down beside the paper takes back what the palm drew, and the palm draws no more', () => {
  const palm = [down(1, 900, 0), move(1, [920, 10])]
  const waiting = drawn(...palm, down(2, -20, 20, 'pen'), move(1, [800, 30]))
  expect(xs(waiting.ink)).toEqual([])
  expect(waiting.pen.stroke).toBeNull()
  const { ink } = drawn(...palm, down(2, -20, 20, 'pen'), move(1, [800, 30]), move(2, [100, 40]), up(2, 50))
  expect(xs(ink)).toEqual([[0, 100]])
})

test('[H3] a palm does not disturb the pen', () => {
  const { ink } = drawn(down(1, 100, 0, 'pen'), down(2, 900, 10), move(1, [150, 20]), up(1, 30))
  expect(xs(ink)).toEqual([[100, 150]])
})

test('[H3] once a pen was used, touches draw nothing for the rest of the drawing', () => {
  const events = [down(1, 100, 0, 'pen'), move(1, [150, 10]), up(1, 20), down(2, 500, 30), move(2, [600, 40])]
  expect(xs(drawn(...events).ink)).toEqual([[100, 150]])
  const rested = liftPen(drawn(...events).pen, 50).pen
  expect(movePen(rested, down(3, 500, 60)).ops).toEqual([])
  expect(movePen(rested, down(3, 500, 60, 'mouse')).ops).toHaveLength(1)
})

test('[H3] a finger that waits beside the paper does not come in once a pen was used', () => {
  const { ink } = drawn(down(1, -20, 0), down(2, 500, 10, 'pen'), up(2, 20), move(1, [90, 30]))
  expect(xs(ink)).toEqual([[500]])
})

test('[H4] the flat of a hand draws nothing at rest, and does not keep a finger from drawing', () => {
  const { ink } = drawn(
    large(down(1, 800, 0)),
    large(move(1, [810, 10])),
    down(2, 300, 20),
    move(2, [400, 30]),
    large(move(1, [900, 40])),
    up(2, 50),
    large(down(3, 700, 60)),
    up(1, 70),
  )
  expect(xs(ink)).toEqual([[300, 400]])
})

test('[H4] a thumb as large as a hand draws once it moves, from where it came down', () => {
  const { ink } = drawn(
    large(down(1, 300, 0)),
    large(move(1, [320, 10])),
    large(move(1, [400, 20], [500, 30])),
  )
  expect(xs(ink)).toEqual([[300, 400, 500]])
})

test('[H4] what was taken for a hand and turns out a fingertip draws, and gives way to nobody', () => {
  const { ink } = drawn(large(down(1, 300, 0)), move(1, [310, 10]), down(2, 600, 20))
  expect(xs(ink)).toEqual([[300, 310]])
})

test('[H4] a hand that slid over the paper gives way to a finger, and what it drew goes', () => {
  const { ink } = drawn(
    large(down(1, 800, 0)),
    large(move(1, [900, 10])),
    down(2, 300, 20),
    move(2, [400, 30]),
  )
  expect(xs(ink)).toEqual([[300, 400]])
})

test('[H4] an older touch that rests near the edge gives way to a finger, and its dot goes', () => {
  const { ink } = drawn(down(1, 990, 0), move(1, [980, 10]), down(2, 300, 20), move(2, [400, 30]), up(1, 40))
  expect(xs(ink)).toEqual([[300, 400]])
})

test('[H4] a stroke that only began near the edge does not give way', () => {
  const { ink } = drawn(down(1, 990, 0), move(1, [800, 10]), down(2, 300, 20), move(1, [700, 30]))
  expect(xs(ink)).toEqual([[990, 800, 700]])
})

test('[H4] a finger pressed flat in mid-stroke keeps its stroke', () => {
  const { ink } = drawn(down(1, 500, 0), move(1, [700, 10]), large(move(1, [720, 20])), down(2, 300, 30))
  expect(xs(ink)).toEqual([[500, 700, 720]])
})

test('pen: a mouse whose up was lost begins a new stroke', () => {
  const { ink } = drawn(down(1, 0, 0, 'mouse'), down(1, 500, 90, 'mouse'))
  expect(xs(ink)).toEqual([[0], [500]])
})

test('pen: a round that ends under the pen ends the stroke, and later moves draw nothing', () => {
  const { pen, ink } = drawn(down(1, 0, 0), down(2, -20, 5), move(1, [50, 16]))
  const lifted = liftPen(pen, 20)
  expect(lifted).toEqual({ pen: idlePen, ops: [{ kind: 'lift', atMs: 20 }] })
  expect(movePen(lifted.pen, move(1, [90, 30])).ops).toEqual([])
  expect(movePen(lifted.pen, move(2, [90, 30])).ops).toEqual([])
  expect(xs([...ink, ...lifted.ops])).toEqual([[0, 50]])
  expect(liftPen(idlePen, 20).ops).toEqual([])
})
