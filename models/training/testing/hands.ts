import { createHmac } from 'node:crypto'
import type { Position } from '#game/drawing/rasterise'
import { notADigit } from '#game/protocol/constants'
import { isGold } from '#models/samples-format/split'
import { type Strokes, toUnit } from '#models/training/augment-drawing'
import { Chance } from '#models/training/chance'
import type { LabelledStrokes } from '#models/training/training-set'
import { randomWarp } from '#models/training/warp'

const line = (...places: readonly (readonly [number, number])[]): Position[] =>
  places.flatMap(([x, y], index) => {
    const [nextX, nextY] = places[index + 1] ?? [x, y]
    return Array.from({ length: 6 }, (_, step) => ({
      x: x + ((nextX - x) * step) / 6,
      y: y + ((nextY - y) * step) / 6,
    }))
  })
const ring = (x: number, y: number, width: number, height: number): Position[] =>
  Array.from({ length: 25 }, (_, step) => ({
    x: x + width * Math.sin((step * Math.PI) / 12),
    y: y - height * Math.cos((step * Math.PI) / 12),
  }))
const seven = line([0, 0], [6, 0], [2, 10])

/** A way to write something, and what it is. */
export type Style = { readonly label: number; readonly strokes: Strokes }

/** Each digit in the one way that people here write it: sevens without a bar. */
export const plainDigits: readonly Style[] = [
  [ring(3, 5, 3, 5)],
  [line([3, 0], [2, 10])],
  [line([0, 2], [3, 0], [6, 2], [5, 5], [0, 10], [6, 10])],
  [line([0, 1], [3, 0], [5, 2], [2, 5], [5, 7], [3, 10], [0, 9])],
  [line([3, 0], [0, 6], [6, 6]), line([4, 3], [4, 10])],
  [line([5, 0], [1, 0], [0, 4], [4, 4], [5, 7], [3, 10], [0, 9])],
  [line([5, 0], [1, 4], [0, 8], [3, 10], [5, 8], [4, 6], [1, 6])],
  [seven],
  [ring(3, 2.4, 2.2, 2.4), ring(3, 7.4, 2.8, 2.6)],
  [ring(3, 3, 2.6, 3), line([5.6, 3], [5, 10])],
].map((strokes, label) => ({ label, strokes }))

/** Signs of other scripts, most of them with a bar through the middle; one is the Japanese チ. */
export const otherSigns: readonly Style[] = [
  [line([0, 0], [6, 10]), line([6, 0], [0, 10])],
  [line([0, 0], [6, 0], [0, 10], [6, 10]), line([1, 5], [5, 5])],
  [line([0, 0], [6, 0]), line([3, 0], [3, 10]), line([1, 5], [5, 5])],
  [line([6, 0], [0, 0], [0, 10]), line([0, 5], [4, 5])],
  [line([0, 0], [0, 10]), line([6, 0], [6, 10]), line([0, 5], [6, 5])],
  [line([5, 0], [1, 1.5]), line([0, 5], [6, 5]), line([3, 1], [3, 6], [1, 10])],
].map((strokes) => ({ label: notADigit, strokes }))

export const barredSeven: Style = { label: 7, strokes: [seven, line([1, 5], [6, 5])] }

/** One hand's drawing of something: a hand has its own slant and proportions, and no drawing is quite like another. */
export function drawnBy(hand: number, { label, strokes }: Style, nth = 0): LabelledStrokes {
  const own = randomWarp(new Chance(1_000 + hand), 1)
  const now = randomWarp(new Chance(hand * 977 + label * 31 + nth), 0.4)
  const drawn = toUnit(strokes).map((stroke) =>
    stroke.map(({ x, y }) => {
      const [x1, y1] = own(x, y)
      const [x2, y2] = now(x1, y1)
      return { x: x2, y: y2 }
    }),
  )
  return { label, strokes: drawn }
}

/** So many contributors, as exports name them, all gold or none. */
export function contributorsOf(count: number, areGold: boolean): string[] {
  const writers: string[] = []
  for (let index = 0; writers.length < count; index++) {
    const writer = createHmac('sha256', 'hands').update(`${index}`).digest('hex').slice(0, 16)
    if (isGold({ writer }) === areGold) writers.push(writer)
  }
  return writers
}
