import { decodeInk } from '#game/drawing/ink-codec'
import type { DrawingRecord } from '#game/record'
import type { HoldReason } from './hold-reason'

/** Nobody sees a digit, knows it and begins to write in this time, not counting the way to the screen and back. */
const leastReactionMs = 100

/** [F2] What of one drawing no hand can have done. */
export function drawingHoldReasons({ ink, promptAtMs, lagCreditMs, lock }: DrawingRecord): HoldReason[] {
  const first = decodeInk(ink)[0]
  if (!lock || !first) return []
  return first.atMs - promptAtMs - lagCreditMs < leastReactionMs ? ['too-soon'] : []
}
