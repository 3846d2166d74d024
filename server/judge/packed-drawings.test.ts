import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type InkOp, strokesOf } from '#game/drawing/ink'
import { createInkPacker, joinDrawings, unpackDrawings } from './packed-drawings'

const coordinate = fc.integer({ min: 0, max: 1023 })
const points = fc.array(fc.record({ x: coordinate, y: coordinate, t: fc.nat() }), { maxLength: 400 })
const op: fc.Arbitrary<InkOp> = fc.oneof(
  { weight: 5, arbitrary: points.map((points) => ({ kind: 'draw' as const, atMs: 0, points })) },
  { weight: 3, arbitrary: fc.constant({ kind: 'lift' as const, atMs: 0 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('undo' as const, 'clear' as const).map((kind) => ({ kind, atMs: 0 })),
  },
)
const ink = fc.array(op, { maxLength: 12 })
const withoutTimes = (ops: readonly InkOp[]) =>
  strokesOf(ops).map((stroke) => stroke.map(({ x, y }) => ({ x, y })))

test('packed drawings: what is packed as the ink grows are the strokes that are to be seen, without the times', () => {
  fc.assert(
    fc.property(ink, fc.nat({ max: 12 }), (ops, first) => {
      const packer = createInkPacker()
      packer.add(ops.slice(0, first))
      const before = packer.pack()
      expect(packer.isBlank).toBe(strokesOf(ops, first).length === 0)
      packer.add(ops.slice(first))
      expect(unpackDrawings(packer.pack())).toEqual([withoutTimes(ops)])
      expect(unpackDrawings(before)).toEqual([withoutTimes(ops.slice(0, first))])
    }),
  )
})

test('packed drawings: a batch is unpacked as the drawings that were joined', () => {
  fc.assert(
    fc.property(fc.array(ink, { maxLength: 5 }), (batch) => {
      const packed = batch.map((ops) => {
        const packer = createInkPacker()
        packer.add(ops)
        return packer.pack()
      })
      expect(unpackDrawings(joinDrawings(packed))).toEqual(batch.map(withoutTimes))
    }),
  )
})
