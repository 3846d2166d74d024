import { settings } from '#game/settings'
import { fitToPad } from '#models/evaluation/fit-to-pad'
import type { RecordedDrawing } from '#models/samples-format/read-strokes'

type Strokes = RecordedDrawing['strokes']

/** A drawing as small as `extent` logical units in the corner of the pad, on whole units as it would arrive. */
export function shrink(strokes: Strokes, extent: number): Strokes {
  const corner = extent / 2 - settings.gridSize / 2
  return fitToPad(strokes, extent).map((stroke) =>
    stroke.map(({ x, y, t }) => ({ x: Math.round(x + corner), y: Math.round(y + corner), t })),
  )
}
