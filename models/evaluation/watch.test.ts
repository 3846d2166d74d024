import { expect, test } from 'vitest'
import { rasterSize } from '#game/drawing/rasterise'
import { watchDrawing } from './watch'

/** Sure of a 1 while the picture is one narrow column, of a 7 once it is not. */
const columnJudge = {
  classify: (rasters: Uint8Array) =>
    Array.from({ length: rasters.length / rasterSize ** 2 }, (_, index) => {
      const raster = rasters.subarray(index * rasterSize ** 2, (index + 1) * rasterSize ** 2)
      const columns = new Set(
        [...raster.keys()].filter((pixel) => raster[pixel]).map((pixel) => pixel % rasterSize),
      )
      const probabilities = new Float32Array(11)
      probabilities[columns.size < 6 ? 1 : 7] = 1
      return { probabilities, thousandths: [...probabilities].map((value) => value * 1000) }
    }),
}

test('the judge is asked at every batch of ink, and a lift keeps its answer', () => {
  const down = [0, 100, 200].map((t) => ({ x: 50, y: t / 4, t }))
  const across = [0, 100].map((t) => ({ x: 50 - t / 2, y: 0, t }))
  const { ink, guesses } = watchDrawing(7, { strokes: [down, across] }, columnJudge)
  expect(ink.map(({ kind }) => kind)).toEqual(['draw', 'draw', 'draw', 'lift', 'draw', 'draw', 'lift'])
  expect(guesses.map(({ opCount, thousandths }) => [opCount, thousandths.indexOf(1000)])).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
    [4, 1],
    [5, 1],
    [6, 7],
    [7, 7],
  ])
})

test('a drawing without ink is refused', () => {
  expect(() => watchDrawing(7, { strokes: [[]] }, columnJudge)).toThrow('without ink')
})
