import type { Digit } from '#game/protocol/scalars'
import { digitDrawnUnlike } from '#game/scoring/lock'
import type { RoomState } from './room-state'
import { digitOf } from './select-canvases'

/**
 * [S19] The digit asked for on a canvas whose drawing looks like it, but is not drawn like it. Said of a drawing at rest: on the way to
 * any digit there are moments like that. A lock is not taken back, and where nothing locks [R29] there is nothing to be said.
 */
export function unlikeOf(
  { phase, canvases }: Pick<RoomState, 'phase' | 'canvases'>,
  index: number,
): Digit | null {
  const canvas = canvases[index]
  if (!canvas?.guess || canvas.lock || canvas.strokeState.isPenDown) return null
  if (phase && 'mode' in phase && phase.mode === 'fool') return null
  return digitDrawnUnlike(canvas.guess, digitOf(canvas))
}
