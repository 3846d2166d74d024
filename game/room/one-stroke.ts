import { type Drawing, isJudged } from '#game/drawing/drawing'
import type { InkOp } from '#game/drawing/ink'
import { settings } from '#game/settings'
import type { Game } from './room'

/** [R27] When the one stroke of a drawing was lifted, in ms since the round began; null while it may go on, and where there may be more. */
export function strokeEndMs({ settings: chosen }: Game, { ink }: Drawing): number | null {
  const last = ink.at(-1)
  return chosen.modifier === 'one-stroke' && last?.kind === 'lift' ? last.atMs : null
}

/** [R27] Of a batch what belongs to the one stroke: its lift ends the drawing. */
export function ofOneStroke({ settings: chosen }: Game, ops: readonly InkOp[]): readonly InkOp[] {
  if (chosen.modifier !== 'one-stroke') return ops
  const lift = ops.findIndex(({ kind }) => kind === 'lift')
  return lift < 0 ? ops : ops.slice(0, lift + 1)
}

/**
 * [R27] When a drawing that one stroke has ended, and that was not recognised, makes way for the next; Infinity where it does not,
 * as long as the judge has not seen all of it neither. In ms since the round began.
 */
export function missedAtMs(game: Game, drawing: Drawing): number {
  const endMs = strokeEndMs(game, drawing)
  if (endMs === null || drawing.lock || !isJudged(drawing)) return Number.POSITIVE_INFINITY
  return endMs + settings.penFinishMs
}
