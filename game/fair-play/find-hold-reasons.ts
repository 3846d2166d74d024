import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { type HoldReason, holdReasons } from '#game/records/hold-reason'
import type { Evidence } from './evidence'
import { fairPlayLimits } from './limits'
import { inkOutlineOf, isCopy } from './outline'
import { quickerHalfPace } from './pace'

/**
 * [F2] [F3] Why the result of one player in one game is held; empty for whatever a human may have done. What is impossible holds at
 * once, what is strange when it is so time and again. A canvas that a team shares speaks against all of them.
 * @param evidence of all the player's drawings in that game that give any
 * @returns each reason once, in the order of the list
 */
export function findHoldReasons(evidence: readonly Evidence[]): HoldReason[] {
  const many = Math.max(fairPlayLimits.leastStrange, evidence.length * fairPlayLimits.strangeShare)
  const reasons = new Set(evidence.flatMap(({ impossible }) => impossible))
  for (const reason of holdReasons) {
    const count = evidence.filter(({ strange }) => strange.includes(reason)).length
    if (count >= many) reasons.add(reason)
  }
  if (isQuickGame(evidence)) reasons.add('quick-game')
  if (countCopies(evidence) >= fairPlayLimits.leastStrange) reasons.add('same-ink')
  return holdReasons.filter((reason) => reasons.has(reason))
}

function isQuickGame(evidence: readonly Evidence[]): boolean {
  return evidence.length >= fairPlayLimits.leastPaced && quickerHalfPace(evidence) < fairPlayLimits.leastPace
}

/** How many drawings are copies of an earlier one of the same digit. */
function countCopies(evidence: readonly Evidence[]): number {
  const outlines = evidence.map(({ prompt, inkText }) => ({
    prompt,
    outline: inkOutlineOf(strokesOf(decodeInk(inkText))),
  }))
  return outlines.filter(({ prompt, outline }, index) =>
    outlines
      .slice(0, index)
      .some((other) => outline && other.outline && other.prompt === prompt && isCopy(outline, other.outline)),
  ).length
}
