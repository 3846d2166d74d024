import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { type HoldReason, holdReasons } from '#game/records/hold-reason'
import type { Evidence } from './evidence'
import { fairPlayLimits } from './limits'
import { inkOutlineOf, isCopy } from './outline'
import { quickerHalfPace } from './pace'
import { variationOf } from './variation'

/**
 * [F2] [F3] The anti-cheat check: why the result of one player in one game is held; empty for anything a human can do. An impossible
 * drawing holds at once, strange ones when there are several. A canvas that a team shares counts for all of its members.
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
  if (isEvenlyBegun(evidence)) reasons.add('even-reaction')
  if (countCopies(evidence) >= fairPlayLimits.leastStrange) reasons.add('same-ink')
  return holdReasons.filter((reason) => reasons.has(reason))
}

function isQuickGame(evidence: readonly Evidence[]): boolean {
  return evidence.length >= fairPlayLimits.leastPaced && quickerHalfPace(evidence) < fairPlayLimits.leastPace
}

function isEvenlyBegun(evidence: readonly Evidence[]): boolean {
  const reactions = evidence.flatMap(({ reactionMs }) => reactionMs ?? [])
  const variation = variationOf(reactions)
  const isTold = reactions.length >= fairPlayLimits.leastPaced && variation !== null
  return isTold && variation < fairPlayLimits.leastReactionVariation
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
