import { expect, test } from 'vitest'
import { rasterise, rasterSize } from './rasterise'

const at = (x: number, y: number) => ({ x, y })
const seven = [[at(10, 10), at(90, 10), at(40, 120)]]

function massCentre(raster: Uint8Array) {
  let mass = 0
  let x = 0
  let y = 0
  raster.forEach((level, pixel) => {
    mass += level
    x += level * (pixel % rasterSize)
    y += level * Math.floor(pixel / rasterSize)
  })
  return { x: x / mass, y: y / mass }
}

function extent(raster: Uint8Array) {
  const rows = [...raster.keys()]
    .filter((pixel) => (raster[pixel] ?? 0) > 127)
    .map((pixel) => Math.floor(pixel / rasterSize))
  return Math.max(...rows) - Math.min(...rows) + 1
}

test('[D1] a drawing fills twenty of the twenty-eight pixels and balances on the middle, as in MNIST', () => {
  const raster = rasterise(seven)
  if (raster === null) throw new Error('nothing drawn')
  expect(extent(raster)).toBe(20)
  const { x, y } = massCentre(raster)
  expect(x).toBeCloseTo(14, 1)
  expect(y).toBeCloseTo(14, 1)
})

test('where and how large a drawing was drawn does not matter', () => {
  const farAndLarge = seven.map((stroke) => stroke.map(({ x, y }) => at(x * 8 + 4096, y * 8 - 512)))
  expect(rasterise(farAndLarge)).toEqual(rasterise(seven))
})

test('[D1] without a point there is nothing to see', () => {
  expect(rasterise([])).toBeNull()
  expect(rasterise([[], []])).toBeNull()
})

test('[D1] one point, or all ink in one place, is a dot in the middle', () => {
  const dot = rasterise([[at(3, 4)]])
  expect(dot?.[14 * rasterSize + 14]).toBe(255)
  expect(dot?.filter((level) => level > 0).length).toBe(9)
  expect(rasterise([[at(3, 4), at(3, 4)], [at(3, 4)]])).toEqual(dot)
})

test('ink closer together than any number can say is a dot too', () => {
  expect(rasterise([[at(0, 0), at(5e-324, 0)]])).toEqual(rasterise([[at(0, 0)]]))
})

test('coordinates as large as numbers go are drawn like any other', () => {
  const most = Number.MAX_VALUE
  expect(rasterise([[at(-most, -most), at(most, most)]])).toEqual(rasterise([[at(-1, -1), at(1, 1)]]))
})

test('a hundred thousand points are thinned and still leave a picture', () => {
  const zigzag = Array.from({ length: 100_000 }, (_, index) =>
    at((index * 7919) % 997, (index * 104_729) % 991),
  )
  const raster = rasterise([zigzag])
  expect(raster?.filter((level) => level === 255).length).toBeGreaterThan(300)
})

test('a coordinate that is no number is refused, and its index is told', () => {
  expect(() => rasterise([[at(0, 0)], [at(1, 1), at(NaN, 2)]])).toThrow(
    new RangeError('stroke 1, point 1: x is NaN'),
  )
  expect(() => rasterise([[at(0, -Infinity)]])).toThrow(new RangeError('stroke 0, point 0: y is -Infinity'))
})

test('a wider pen leaves more ink within the same box', () => {
  const ink = (penPx: number) =>
    (rasterise(seven, { penPx }) ?? new Uint8Array()).reduce((sum, level) => sum + level, 0)
  expect(ink(3)).toBeGreaterThan(ink(1.6))
})

test('[D1] the raster of a known drawing never changes, because networks were trained on it', () => {
  const raster = rasterise(seven) ?? new Uint8Array()
  expect([...raster].reduce((hash, level) => (hash * 31 + level) % 4_294_967_291, 7)).toBe(1_559_665_634)
})
