import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type InkOp, strokesOf } from '#game/drawing/ink'
import { growStrokes, noStrokes } from './stroke-state'

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
      const strokeState = batches.reduce(growStrokes, noStrokes)
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
