import { replaceAt } from '#game/replace-at'
import { addGuess } from '#game/scoring/live-lock'
import type { Settled } from './canvases'
import type { CommandOf } from './command'
import { type Canvas, currentDrawing, withDrawing } from './room'

/**
 * [S3] Takes the judge's answer into the drawing it is about, in the order of the ink it saw. A stale answer, about
 * a drawing that is over or about ink that a later answer has already seen, is dropped.
 */
export function makeGuess(canvases: readonly Canvas[], command: CommandOf<'guess:make'>): Settled {
  const { canvas: canvasIndex, drawing: index, guess } = command
  const canvas = canvases[canvasIndex]
  if (!canvas || index !== canvas.drawings.length - 1) return { canvases, events: [] }
  const drawing = currentDrawing(canvas)
  const lastSeen = drawing.guesses.at(-1)?.opCount ?? 0
  if (guess.opCount <= lastSeen || guess.opCount > drawing.ink.length) return { canvases, events: [] }
  const judged = withDrawing(canvas, addGuess(drawing, guess))
  return {
    canvases: replaceAt(canvases, canvasIndex, judged),
    events: [{ type: 'guess:made', canvas: canvasIndex, drawing: index, guess }],
  }
}
