import { expect, test } from 'vitest'
import { notADigit } from '#game/protocol/constants'
import { Chance } from './chance'
import { drawBatch, everyExample } from './mixture'
import type { Examples } from './training-set'

const strokes = [
  [
    { x: -0.3, y: -0.5 },
    { x: 0.3, y: 0 },
    { x: -0.3, y: 0.5 },
  ],
]
/** Each kind has a label of its own, so that a batch tells where its examples come from. */
const examples: Examples = {
  pictures: [{ label: 1, raster: new Uint8Array(784).fill(9) }],
  digits: [{ label: 2, strokes }],
  others: [{ label: 3, strokes }],
}

test('mixture: pictures, digits, others and nonsense have their shares of a batch', () => {
  const size = 4_000
  const { labels, rasters } = drawBatch(examples, size, new Chance(1))
  const shareOf = (label: number) => labels.filter((each) => each === label).length / size
  // Four deviations of a share are at most this much.
  const chance = 4 * Math.sqrt(0.25 / size)
  for (const [label, share] of [
    [1, 0.46],
    [2, 0.35],
    [3, 0.12],
    [notADigit, 0.07],
  ] as const) {
    expect(Math.abs(shareOf(label) - share), `label ${label}`).toBeLessThan(chance)
  }
  expect(rasters).toHaveLength(size * 784)
})

test('mixture: the same chance draws the same batch, and another one another', () => {
  expect(drawBatch(examples, 20, new Chance(7))).toEqual(drawBatch(examples, 20, new Chance(7)))
  expect(drawBatch(examples, 20, new Chance(8))).not.toEqual(drawBatch(examples, 20, new Chance(7)))
})

test('mixture: every example once is each of them, unchanged and with its label', () => {
  const { labels, rasters } = everyExample(examples)
  expect([...labels]).toEqual([1, 2, 3])
  expect(rasters.subarray(0, 784)).toEqual(examples.pictures[0]?.raster)
  expect(rasters.subarray(784, 2 * 784)).toEqual(rasters.subarray(2 * 784))
  expect(rasters.subarray(784, 2 * 784).some((level) => level > 0)).toBe(true)
})
