import type { DrawingRecord } from '#game/record'
import { drawingHoldReasons } from './drawing-hold-reasons'
import { type HoldReason, holdReasons } from './hold-reason'
import { inkFingerprint } from './ink-fingerprint'

/**
 * [F2] [F3] Why the result of one player in one game is held; empty for whatever a human may have done.
 * @param drawings all of the player's in that game, of ranked settings or not
 * @param known fingerprints of these drawings that are stored from earlier games
 * @returns each reason once, in the order of the list
 */
export function findHoldReasons(
  drawings: readonly DrawingRecord[],
  known: ReadonlySet<string> = new Set(),
): HoldReason[] {
  // A team's canvas says nothing about one of them, and arrow keys move as no hand does.
  const own = drawings.filter(({ players, isByKeyboard }) => players.length === 1 && !isByKeyboard)
  const found = own.flatMap(drawingHoldReasons)
  const prints = own.map(({ ink }) => inkFingerprint(ink)).filter((print) => print !== null)
  if (new Set(prints).size < prints.length) found.push('same-ink')
  if (prints.some((print) => known.has(print))) found.push('known-ink')
  return holdReasons.filter((reason) => found.includes(reason))
}
