import { type Drawing, isJudged } from '#game/drawing/drawing'
import type { InkOp } from '#game/drawing/ink'
import { settings } from '#game/settings'
import type { Game } from './room'

/** [R27] When the only stroke of a drawing was lifted, in ms since the round began; null before that, and in games with more strokes. */
export function strokeEndMs({ settings: chosen }: Game, { ink }: Drawing): number | null {
  const last = ink.at(-1)
  return chosen.modifier === 'one-stroke' && last?.kind === 'lift' ? last.atMs : null
}

/** [R27] A batch up to its first lift, which ends a drawing of one stroke. */
export function ofOneStroke({ settings: chosen }: Game, ops: readonly InkOp[]): readonly InkOp[] {
  if (chosen.modifier !== 'one-stroke') return ops
  const lift = ops.findIndex(({ kind }) => kind === 'lift')
  return lift < 0 ? ops : ops.slice(0, lift + 1)
}

/**
 * [R27] When a finished drawing of one stroke that was not recognised is replaced by the next, in ms since the round began. Infinity
 * while the judge has not answered about all of its ink, and for any other drawing.
 */
export function missedAtMs(game: Game, drawing: Drawing): number {
  const endMs = strokeEndMs(game, drawing)
  if (endMs === null || drawing.lock || !isJudged(drawing)) return Number.POSITIVE_INFINITY
  return endMs + settings.penFinishMs
}
