import { type Shown, shownOf } from '#game/drawing/pen-path'
import type { Strokes } from './augment-drawing'
import { Chance } from './chance'
import { scribble } from './scribble'

const line = (...places: readonly (readonly [number, number])[]) => places.map(([x, y]) => ({ x, y }))

const ring = Array.from({ length: 33 }, (_, step) => {
  // A circle from rational points, because sines differ between engines and golden rasters must not.
  const part = (step - 16) / 4
  return { x: (1 - part * part) / (1 + part * part), y: (2 * part) / (1 + part * part) }
})

const drawn: readonly Strokes[] = [
  [ring],
  [line([0, 0], [0, 10])],
  [line([0, 2], [3, 0], [6, 2], [5, 5], [0, 10], [6, 10])],
  [line([0, 1], [3, 0], [5, 2], [2, 5], [5, 7], [3, 10], [0, 9])],
  [line([3, 0], [0, 6], [6, 6]), line([4, 3], [4, 10])],
  [line([5, 0], [1, 0], [0, 4], [4, 4], [5, 7], [3, 10], [0, 9])],
  [line([0, 0], [6, 0], [2, 10])],
  [line([0, 0], [10, 10]), line([10, 0], [0, 10])],
  [line([0, 0])],
]

/** Drawings made up for the purpose, digits and not: every published network records what it says of them. */
export function goldenDrawings(): Shown[] {
  const chance = new Chance(1)
  const scribbles = Array.from({ length: 3 }, () => scribble(chance))
  return [...drawn, ...scribbles].map((strokes) => shownOf(strokes) as Shown)
}
