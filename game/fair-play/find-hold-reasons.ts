import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { type HoldReason, holdReasons } from '#game/records/hold-reason'
import type { DrawingRecord } from '#game/records/record'
import { suspect } from './drawing-hold-reasons'
import { limits } from './limits'
import { measure } from './measure'
import { isCopy, outlineOf } from './outline'
import { quickerHalfPace } from './pace'

/**
 * [F2] [F3] Why the result of one player in one game is held; empty for whatever a human may have done. What is impossible holds at
 * once, what is strange when it is so time and again. A canvas that a team shares speaks against all of them.
 * @param drawings all of the player's in that game
 * @returns each reason once, in the order of the list
 */
export function findHoldReasons(drawings: readonly DrawingRecord[]): HoldReason[] {
  // Arrow keys move as no hand does.
  const own = drawings.filter(({ lock, isByKeyboard }) => lock && !isByKeyboard)
  const suspicions = own.map(suspect)
  const many = Math.max(limits.leastStrange, own.length * limits.strangeShare)
  const reasons = new Set(suspicions.flatMap(({ impossible }) => impossible))
  for (const reason of holdReasons) {
    const count = suspicions.filter(({ strange }) => strange.includes(reason)).length
    if (count >= many) reasons.add(reason)
  }
  if (isQuickGame(own)) reasons.add('quick-game')
  if (countCopies(own) >= limits.leastStrange) reasons.add('same-ink')
  return holdReasons.filter((reason) => reasons.has(reason))
}

function isQuickGame(drawings: readonly DrawingRecord[]): boolean {
  const locks = drawings.flatMap((drawing) => {
    const measures = measure(drawing)
    return measures ? [{ prompt: drawing.prompt, lockMs: measures.lockMs }] : []
  })
  return locks.length >= limits.leastPaced && quickerHalfPace(locks) < limits.leastPace
}

/** How many drawings are copies of an earlier one of the same digit. */
function countCopies(drawings: readonly DrawingRecord[]): number {
  const outlines = drawings.map(({ prompt, ink }) => ({
    prompt,
    outline: outlineOf(strokesOf(decodeInk(ink))),
  }))
  return outlines.filter(({ prompt, outline }, index) =>
    outlines
      .slice(0, index)
      .some((other) => outline && other.outline && other.prompt === prompt && isCopy(outline, other.outline)),
  ).length
}
