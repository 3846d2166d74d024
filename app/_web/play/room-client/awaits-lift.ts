import { presentEdition } from '#game/drawing/editions'
import { isDrawing, shapeOf } from '#game/drawing/shape'
import { isBelieved, isVetoed, lockRuleOf } from '#game/scoring/lock'
import type { RoomState } from './room-state'
import { digitOf, strokesOn } from './select-canvases'

/** [S2] Whether the own drawing needs nothing but the lift of the pen for a lock. */
export function awaitsLift(state: RoomState): boolean {
  const { own, phase, canvases } = state
  if (!own || phase?.name !== 'drawing') return false
  const canvas = canvases[own.canvas]
  if (!canvas?.guess || canvas.lock) return false
  const rule = lockRuleOf(presentEdition)
  const { strokes, isPenDown } = strokesOn(state, own.canvas)
  return (
    isPenDown &&
    isBelieved(canvas.guess, digitOf(canvas), rule) &&
    !isVetoed(canvas.guess, rule) &&
    isDrawing(shapeOf(strokes))
  )
}
