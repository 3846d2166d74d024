import { expect, test } from 'vitest'
import { rasterise, rasterSize } from '#game/drawing/rasterise'
import { explain, explainAnswer, flippingStroke } from './explain'

const rasterLength = rasterSize * rasterSize

/** A judge that calls it a 7 by the ink in the upper rows, a 1 by the ink below. */
const upperInkJudge = {
  classify: (rasters: Uint8Array) =>
    Array.from({ length: rasters.length / rasterLength }, (_, index) => {
      const raster = rasters.subarray(index * rasterLength, (index + 1) * rasterLength)
      const ink = (from: number, to: number) =>
        raster.subarray(from * rasterSize, to * rasterSize).reduce((sum, level) => sum + level / 255, 1)
      const upper = ink(0, rasterSize / 2)
      const lower = ink(rasterSize / 2, rasterSize)
      const probabilities = new Float32Array(11)
      probabilities[7] = upper / (upper + lower)
      probabilities[1] = lower / (upper + lower)
      return { probabilities, thousandths: [...probabilities].map((value) => Math.round(value * 1000)) }
    }),
}

const line = (x1: number, y1: number, x2: number, y2: number) => [
  { x: x1, y: y1 },
  { x: x2, y: y2 },
]

test('ink that the judge goes by speaks for the answer, ink that misleads it against', () => {
  const raster = rasterise([line(50, 0, 50, 100)])
  if (!raster) throw new Error('something was drawn')
  const saliency = explainAnswer(raster, 7, upperInkJudge)
  const inked = [...raster.keys()].filter((pixel) => raster[pixel])
  const row = (pixel: number) => Math.floor(pixel / rasterSize)
  expect(inked.filter((pixel) => row(pixel) < 12).every((pixel) => (saliency[pixel] ?? 0) > 0)).toBe(true)
  expect(inked.filter((pixel) => row(pixel) > 15).every((pixel) => (saliency[pixel] ?? 0) < 0)).toBe(true)
  expect(Math.max(...saliency.map(Math.abs))).toBe(1)
})

test('paper has no saliency, and an empty raster explains nothing', () => {
  const raster = rasterise([line(50, 0, 50, 100)])
  if (!raster) throw new Error('something was drawn')
  const saliency = explainAnswer(raster, 7, upperInkJudge)
  expect([...saliency.keys()].some((pixel) => !raster[pixel] && saliency[pixel] !== 0)).toBe(false)
  expect(explainAnswer(new Uint8Array(rasterLength), 7, upperInkJudge).every((value) => value === 0)).toBe(
    true,
  )
})

test('the stroke after which the answer changed for the last time is named', () => {
  const stem = line(50, 0, 50, 100)
  const flag = line(0, 0, 50, 0)
  const foot = line(0, 100, 100, 100)
  expect(flippingStroke([stem, flag, line(0, 1, 50, 1)], upperInkJudge)).toEqual({
    strokeIndex: 1,
    from: 1,
    to: 7,
  })
  expect(flippingStroke([stem, flag, foot, line(0, 99, 100, 99)], upperInkJudge)).toMatchObject({
    from: 7,
    to: 1,
  })
  expect(flippingStroke([stem, foot], upperInkJudge)).toBeNull()
})

test('a drawing of one stroke, or of none, has no stroke that flipped it', () => {
  expect(flippingStroke([line(0, 0, 9, 9)], upperInkJudge)).toBeNull()
  expect(flippingStroke([], upperInkJudge)).toBeNull()
  expect(flippingStroke([[]], upperInkJudge)).toBeNull()
})

test("a drawing is explained for the judge's answer, by its pixels and its strokes", () => {
  const strokes = [line(50, 0, 50, 100), line(0, 0, 50, 0)]
  const raster = rasterise(strokes) ?? new Uint8Array()
  expect(explain(strokes, raster, upperInkJudge)).toEqual({
    saliency: explainAnswer(raster, 7, upperInkJudge),
    flip: { strokeIndex: 1, from: 1, to: 7 },
  })
})
