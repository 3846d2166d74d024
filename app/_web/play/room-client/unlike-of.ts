import type { Digit } from '#game/protocol/scalars'
import { digitDrawnUnlike } from '#game/scoring/lock'
import { digitOf } from './digit-of'
import type { LiveCanvas } from './room-state'

/** [S19] The digit asked for on a canvas whose drawing looks like it, but is not drawn like it; a lock is not taken back. */
export function unlikeOf(canvas: LiveCanvas | undefined): Digit | null {
  return canvas?.guess && !canvas.lock ? digitDrawnUnlike(canvas.guess, digitOf(canvas)) : null
}
