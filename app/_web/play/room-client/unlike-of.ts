import type { Digit } from '#game/protocol/scalars'
import { digitDrawnUnlike } from '#game/scoring/drawn-unlike'
import type { LiveCanvas } from './room-state'

/** [S19] The prompt of a canvas whose drawing looks like it, but is not drawn like it; a lock is not taken back. */
export function unlikeOf(canvas: LiveCanvas | undefined): Digit | null {
  return canvas?.guess && !canvas.lock ? digitDrawnUnlike(canvas.guess, canvas.prompt) : null
}
