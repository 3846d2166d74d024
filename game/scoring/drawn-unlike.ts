import type { Guess } from '#game/drawing/drawing'
import { presentEdition } from '#game/drawing/editions'
import type { Digit } from '#game/protocol/scalars'
import { isBelieved, isVetoed, lockRuleOf } from './lock'

/**
 * [S19] The digit that a drawing looks like but is not drawn like, for screens to say so.
 * @param guess of a drawing whose prompt is this digit
 */
export function digitDrawnUnlike(guess: Guess, digit: Digit): Digit | null {
  const rule = lockRuleOf(presentEdition)
  return isBelieved(guess, digit, rule) && isVetoed(guess, rule) ? digit : null
}
