import { expect, test } from 'vitest'
import { type InkOp, strokesOf } from '#game/drawing/ink'
import { liftPen, movePen, type Pen, type PenEvent } from './pen-state'

function drawn(...events: PenEvent[]): { pen: Pen; ink: InkOp[] } {
  const ink: InkOp[] = []
  let pen: Pen = null
  for (const event of events) {
    const outcome = movePen(pen, event)
    pen = outcome.pen
    ink.push(...outcome.ops)
  }
  return { pen, ink }
}

const down = (
  pointerId: number,
  x: number,
  t: number,
  pointer: 'mouse' | 'pen' | 'touch' = 'touch',
): PenEvent => ({
  type: 'down',
  pointerId,
  pointer,
  at: { x, y: 0, t },
})
const move = (pointerId: number, ...samples: [x: number, t: number][]): PenEvent => ({
  type: 'move',
  pointerId,
  samples: samples.map(([x, t]) => ({ x, y: 0, t })),
})
const up = (pointerId: number, t: number): PenEvent => ({ type: 'up', pointerId, t })
const xs = (ink: readonly InkOp[]) => strokesOf(ink).map((stroke) => stroke.map(({ x }) => x))

test('a tap leaves a dot', () => {
  const { ink, pen } = drawn(down(1, 500, 0), up(1, 40))
  expect(ink.map(({ kind }) => kind)).toEqual(['draw', 'lift'])
  expect(xs(ink)).toEqual([[500]])
  expect(pen).toBeNull()
})

test('two strokes within 100 ms both arrive', () => {
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

test('a clock that is set back in mid-stroke loses no point', () => {
  const { ink } = drawn(down(1, 0, 100), move(1, [20, 104], [40, 50], [60, 54]))
  expect(xs(ink)).toEqual([[0, 20, 40, 60]])
  expect(ink.flatMap((op) => (op.kind === 'draw' ? op.points.map(({ t }) => t) : []))).toEqual([
    100, 104, 104, 104,
  ])
})

test('a trembling pen at rest draws nothing', () => {
  const { ink } = drawn(down(1, 100, 0), move(1, [101, 4], [102, 8], [100, 12]))
  expect(xs(ink)).toEqual([[100]])
})

test('a second finger is ignored, and the first goes on', () => {
  const { ink } = drawn(
    down(1, 0, 0),
    down(2, 900, 10),
    move(2, [800, 20]),
    move(1, [50, 30]),
    up(2, 40),
    up(1, 50),
  )
  expect(xs(ink)).toEqual([[0, 50]])
})

test('a pen takes over from a palm, and what the palm drew goes', () => {
  const { ink, pen } = drawn(down(1, 900, 0), move(1, [920, 10]), down(2, 100, 20, 'pen'), move(1, [940, 30]))
  expect(xs(ink)).toEqual([[100]])
  expect(pen?.pointerId).toBe(2)
})

test('a palm does not disturb the pen', () => {
  const { ink } = drawn(down(1, 100, 0, 'pen'), down(2, 900, 10), move(1, [150, 20]), up(1, 30))
  expect(xs(ink)).toEqual([[100, 150]])
})

test('a mouse whose up was lost begins a new stroke', () => {
  const { ink } = drawn(down(1, 0, 0, 'mouse'), down(1, 500, 90, 'mouse'))
  expect(xs(ink)).toEqual([[0], [500]])
})

test('a round that ends under the pen ends the stroke, and later moves draw nothing', () => {
  const { pen, ink } = drawn(down(1, 0, 0), move(1, [50, 16]))
  const lifted = liftPen(pen, 20)
  expect(lifted).toEqual({ pen: null, ops: [{ kind: 'lift', atMs: 20 }] })
  expect(movePen(lifted.pen, move(1, [90, 30])).ops).toEqual([])
  expect(xs([...ink, ...lifted.ops])).toEqual([[0, 50]])
  expect(liftPen(null, 20).ops).toEqual([])
})
