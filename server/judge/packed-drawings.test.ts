import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packDrawings, packedSize, unpackDrawings } from './packed-drawings'

const coordinate = fc.integer({ min: 0, max: 1023 })
const stroke = fc.array(fc.record({ x: coordinate, y: coordinate, t: fc.nat() }), { maxLength: 5 })
const drawings = fc.array(fc.array(stroke, { maxLength: 4 }), { maxLength: 5 })

test('packed drawings: a batch is unpacked as it was, without the times', () => {
  fc.assert(
    fc.property(drawings, (batch) => {
      const withoutTimes = batch.map((strokes) => strokes.map((each) => each.map(({ x, y }) => ({ x, y }))))
      expect(unpackDrawings(packDrawings(batch))).toEqual(withoutTimes)
    }),
  )
})

test('packed drawings: a batch takes one number for each drawing and the packed size of its strokes', () => {
  fc.assert(
    fc.property(drawings, (batch) => {
      const sizes = batch.map((strokes) => packedSize(strokes))
      expect(packDrawings(batch)).toHaveLength(sizes.reduce((sum, size) => sum + size, sizes.length))
    }),
  )
})
