import { z } from 'zod'
import type { DrawingLine } from './stroke-file'

/** Enough of a category: more teaches little that is new. */
const drawingsPerCategory = 12

const lineSchema = z.object({
  word: z.string(),
  recognized: z.boolean(),
  /** Of each stroke: all x, all y, all times in ms. */
  drawing: z.array(z.tuple([z.array(z.number()), z.array(z.number()), z.array(z.number())])),
})

/**
 * Reads the first drawings that Quick, Draw! itself recognised.
 *
 * @param text the beginning of a category's raw file; its last line may be cut off
 * @throws RangeError when a whole line is no drawing
 */
export function readQuickDraw(text: string, isLookalike: boolean): DrawingLine[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line, index) => {
      const parsed = lineSchema.safeParse(parseJson(line))
      if (!parsed.success) throw new RangeError(`line ${index + 1} is no drawing`)
      return parsed.data
    })
    .filter(({ recognized }) => recognized)
    .slice(0, drawingsPerCategory)
    .map(({ word, drawing }) => ({
      label: word,
      writer: null,
      strokes: drawing.map(([xs, ys, times]) => xs.map((x, point) => [x, ys[point] ?? 0, times[point] ?? 0])),
      lookalike: isLookalike,
    }))
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
