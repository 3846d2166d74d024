import type { Answer, Guess, Lock } from '#game/drawing/drawing'
import type { Edition } from '#game/drawing/editions'
import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { type Shown, shownOf } from '#game/drawing/pen-path'
import { foolPoints } from '#game/scoring/fool'
import { countWrongLocks, findLock } from '#game/scoring/lock'
import { type DrawingScore, scoreDrawing } from '#game/scoring/score'
import type { DrawingRecord } from './record'

/** What the judge says of an empty canvas, without being asked: surely not a digit. */
export const nothingDrawn: Answer = { thousandths: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000] }

/** What a judge has to be shown again, once for each guess that was made; null where nothing was drawn. */
export function shownAgain({
  ink,
  guesses,
}: {
  readonly ink: string
  readonly guesses: readonly Pick<Guess, 'opCount'>[]
}): (Shown | null)[] {
  const ops = decodeInk(ink)
  return guesses.map(({ opCount }) => shownOf(strokesOf(ops, opCount)))
}

/**
 * [S10] [S17] The verdict on a stored drawing by the rules alone, from its ink and what a judge and, where they voted, people say of it.
 * @param edition of the rules that its round was judged by
 */
export function rescore(
  record: Pick<DrawingRecord, 'prompt' | 'sum' | 'promptAtMs' | 'ink' | 'votes'>,
  guesses: readonly Guess[],
  edition?: Edition,
): DrawingScore & { readonly lock: Lock | null; readonly wrongLocks: number } {
  const { prompt, sum, promptAtMs, votes } = record
  if (votes) {
    const points = foolPoints({ prompt, guesses, votes })
    return { points, speed: 0, cleanness: 0, lock: null, wrongLocks: 0 }
  }
  const judged = { prompt, promptAtMs, ink: decodeInk(record.ink), guesses, ...(edition && { edition }) }
  const lock = findLock(judged, Number.POSITIVE_INFINITY)
  const wrongLocks = countWrongLocks(judged, Number.POSITIVE_INFINITY, lock)
  return { ...scoreDrawing({ prompt, ...(sum && { sum }), guesses, lock, wrongLocks }), lock, wrongLocks }
}
