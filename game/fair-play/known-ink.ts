import { fairPlayLimits } from './limits'

/**
 * [F3] Whether a player played with ink that was there before: one drawing may be like another by chance, where there are others.
 * @param known how many of the drawings were there before
 * @param drawings how many of them have ink enough to be found again
 */
export function isKnownInk(known: number, drawings: number): boolean {
  return known > 0 && known >= Math.min(fairPlayLimits.leastStrange, drawings)
}
