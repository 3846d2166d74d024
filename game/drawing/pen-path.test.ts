import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pathChannels, pathPoints, penPathOf } from './pen-path'
import type { Position } from './rasterise'

const stroke = (...places: readonly (readonly [number, number])[]): Position[] =>
  places.map(([x, y]) => ({ x, y }))

/** x, y, direction x, direction y and pen-up of each place. */
function placesOf(strokes: readonly (readonly Position[])[]): number[][] {
  const path = penPathOf(strokes) ?? new Float32Array()
  return Array.from({ length: path.length / pathChannels }, (_, place) => [
    ...path.slice(place * pathChannels, (place + 1) * pathChannels),
  ])
}

const anyStrokes = fc.array(
  fc.array(fc.record({ x: fc.integer({ min: 0, max: 1023 }), y: fc.integer({ min: 0, max: 1023 }) }), {
    minLength: 1,
    maxLength: 40,
  }),
  { minLength: 1, maxLength: 6 },
)

test('[S20] pen path: places are in equal distances, however unevenly the points came', () => {
  const places = placesOf([stroke([0, 0], [0, 1], [0, 2], [0, 60], [0, 61], [0, 124])])
  expect(places).toHaveLength(pathPoints)
  places.forEach(([x, y, alongX, alongY, isUp], place) => {
    expect(y).toBeCloseTo(-1 + (2 * place) / (pathPoints - 1), 6)
    expect([x, alongX, alongY, isUp]).toEqual([0, 0, 1, 0])
  })
})

test('[S20] pen path: the way from stroke to stroke belongs to it, with the pen up', () => {
  const places = placesOf([stroke([0, 0], [31, 0]), stroke([31, 31], [0, 31])])
  const isUp = places.map((place) => place[4])
  const up = isUp.filter((value) => value === 1).length
  expect(up).toBeGreaterThanOrEqual(pathPoints / 3 - 1)
  expect(up).toBeLessThanOrEqual(pathPoints / 3 + 1)
  expect([isUp[0], isUp.at(-1)]).toEqual([0, 0])
  expect(places.filter((place) => place[4] === 1).every(([x, , , alongY]) => x === 1 && alongY)).toBe(true)
})

test('[S20] pen path: where and how large a drawing is makes no difference, and which way the pen went does', () => {
  fc.assert(
    fc.property(anyStrokes, fc.integer({ min: -4096, max: 4096 }), (strokes, offset) => {
      const moved = strokes.map((each) => each.map(({ x, y }) => ({ x: 4 * x + offset, y: 4 * y - offset })))
      expect(penPathOf(moved)).toEqual(penPathOf(strokes))
    }),
  )
  const down = stroke([0, 0], [0, 100])
  expect(penPathOf([down])).not.toEqual(penPathOf([down.toReversed()]))
})

test('[S20] pen path: all numbers are finite and in their range, dots and pens that stood still included', () => {
  fc.assert(
    fc.property(anyStrokes, (strokes) => {
      for (const [x = NaN, y = NaN, alongX = NaN, alongY = NaN, isUp] of placesOf(strokes)) {
        expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(1)
        const length = Math.sqrt(alongX ** 2 + alongY ** 2)
        expect(length === 0 || Math.abs(length - 1) < 1e-6).toBe(true)
        expect([0, 1]).toContain(isUp)
      }
    }),
  )
  expect(penPathOf([stroke([5, 5], [5, 5])])).toEqual(new Float32Array(pathPoints * pathChannels))
  expect(penPathOf([[]])).toBeNull()
})
