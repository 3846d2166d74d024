import { addGuess } from '#game/scoring/live-lock'
import type { Settled } from './canvases'
import type { CommandOf } from './command'
import { type Canvas, currentDrawing } from './room'

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
  const drawings = canvas.drawings.with(-1, addGuess(drawing, guess))
  return {
    canvases: canvases.with(canvasIndex, { ...canvas, drawings }),
    events: [{ type: 'guess:made', canvas: canvasIndex, drawing: index, guess }],
  }
}
