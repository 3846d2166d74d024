import { rasterise } from '#game/drawing/rasterise'
import { notADigit } from '#game/protocol/constants'
import type { RecordedDrawing } from '#models/samples-format/read-strokes'
import { toUnit } from '#models/training/augment-drawing'
import { Chance } from '#models/training/chance'
import { drawNonsense } from '#models/training/scribble'
import type { TestSet } from './test-sets'

const count = 600
const seed = 1
const kind = 'nonsense'

/**
 * What a player may draw that is no digit, made up from the drawings of test sets: scribbles, signs put together of lines, digits
 * turned or side by side. The same each time.
 * @returns null where the sets do not hold both digits and others whose strokes are known
 */
export function nonsenseSet(sets: readonly TestSet[]): TestSet | null {
  const examples = (wanted: TestSet['kind']) =>
    sets.flatMap((set) =>
      set.kind === wanted
        ? set.drawings.map(({ strokes }, index) => ({
            label: set.pictures[index]?.truth ?? notADigit,
            strokes: toUnit(strokes),
          }))
        : [],
    )
  const [digits, others] = [examples('digits'), examples('others')]
  if (digits.length === 0 || others.length === 0) return null
  const chance = new Chance(seed)
  const drawings = Array.from({ length: count }, (): RecordedDrawing => {
    const strokes = drawNonsense({ digits, others }, chance)
    const points = strokes.map((stroke) => stroke.map(({ x, y }) => ({ x, y, t: null })))
    return {
      label: kind,
      writer: null,
      strokes: points,
      isLookalike: false,
      isReviewed: null,
      isControl: false,
    }
  })
  const made = drawings.flatMap((drawing, index) => {
    const raster = rasterise(drawing.strokes)
    return raster ? [{ picture: { record: index + 1, label: kind, truth: notADigit, raster }, drawing }] : []
  })
  return {
    ...{ name: kind, kind: 'others', medium: 'drawings', leftOut: count - made.length, recorded: [] },
    pictures: made.map(({ picture }) => picture),
    drawings: made.map(({ drawing }) => drawing),
  }
}
