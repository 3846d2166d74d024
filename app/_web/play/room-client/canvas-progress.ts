import type { Stroke } from '#game/drawing/ink'
import { shapeOf } from '#game/drawing/shape'
import { memoise } from '#game/memoise'
import { drawingProgress } from '#game/scoring/progress'
import type { LiveCanvas } from './room-state'
import { digitOf } from './select-canvases'

/** A stroke that is finished stays the same object, so only the one that grows is measured again. */
const lengths = memoise<Stroke, number>()
const progresses = memoise<LiveCanvas, number>()

/** [S14] How far the drawing on a canvas has come, from 0 to 1; the same for all who see it. */
export function canvasProgress(canvas: LiveCanvas): number {
  return progresses(canvas, () => {
    const { guess, lock, strokeState, cover } = canvas
    // [R33] How far it has come is all that is told of it.
    if (cover) return lock ? 1 : cover.progress / 1000
    // [R29] Where digits are secret, nothing locks.
    if (canvas.prompt === null && !canvas.sum) return 0
    const { strokes, isPenDown } = strokeState
    const inkLength = strokes.reduce(
      (sum, stroke) => sum + lengths(stroke, () => shapeOf([stroke]).inkLength),
      0,
    )
    return drawingProgress({ prompt: digitOf(canvas), guess, inkLength, isPenDown, lock })
  })
}
