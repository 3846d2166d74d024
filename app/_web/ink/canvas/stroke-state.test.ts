import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type InkOp, strokesOf } from '#game/drawing/ink'
import { growStrokes, handStrokes, noStrokes } from './stroke-state'

const point = fc.record({ x: fc.nat(1023), y: fc.nat(1023), t: fc.nat(9_999) })
const op: fc.Arbitrary<InkOp> = fc.oneof(
  fc.record({
    kind: fc.constant('draw' as const),
    atMs: fc.nat(),
    points: fc.array(point, { minLength: 1 }),
  }),
  fc.record({ kind: fc.constantFrom('lift' as const, 'undo' as const, 'clear' as const), atMs: fc.nat() }),
)

test('stroke state: one that grew in any batches shows what the rules read from the whole log', () => {
  fc.assert(
    fc.property(fc.array(fc.array(op)), (batches) => {
      const strokeState = batches.reduce((before, ops) => growStrokes(before, ops), noStrokes)
      expect(strokeState.strokes).toEqual(strokesOf(batches.flat()))
    }),
  )
})

test('stroke state: a finished stroke stays the same object while the next one grows', () => {
  const draw = (x: number): InkOp => ({ kind: 'draw', atMs: 0, points: [{ x, y: 0, t: 0 }] })
  const lifted = growStrokes(noStrokes, [draw(1), { kind: 'lift', atMs: 0 }])
  const grown = growStrokes(lifted, [draw(2), draw(3)])
  expect(grown.strokes[0]).toBe(lifted.strokes[0])
  expect(grown.strokes[1]).toHaveLength(2)
})

test('[D6] stroke state: each stroke is of the hand that drew it, and goes with it when it is undone', () => {
  const draw: InkOp = { kind: 'draw', atMs: 0, points: [{ x: 1, y: 0, t: 0 }] }
  const lift: InkOp = { kind: 'lift', atMs: 0 }
  const both = growStrokes(growStrokes(noStrokes, [draw, draw, lift], 1), [draw, lift, draw], 0)
  expect(both.hands).toEqual([1, 0, 0])
  expect(growStrokes(both, [{ kind: 'undo', atMs: 0 }], 1).hands).toEqual([1, 0])
  const hands = [
    { from: 0, player: 1 },
    { from: 3, player: 0 },
  ]
  expect(handStrokes([draw, draw, lift, draw, lift, draw], hands)).toEqual(both)
  expect(handStrokes([draw, lift], undefined).hands).toEqual([undefined])
})
