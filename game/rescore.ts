import type { Guess, Lock } from './drawing/drawing'
import { strokesOf } from './drawing/ink'
import { decodeInk } from './drawing/ink-codec'
import { type Raster, rasterise } from './drawing/rasterise'
import type { Edition } from './editions'
import { countWrongLocks, findLock } from './lock'
import type { DrawingRecord } from './record'
import { scoreDrawing, type Verdict } from './score'

/** What the judge says of an empty canvas, without being asked: surely not a digit. In thousandths. */
export const nothingDrawn: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000]

/** The pictures a judge has to be shown again, one for each guess that was made; null where nothing was drawn. */
export function rastersOf({
  ink,
  guesses,
}: {
  readonly ink: string
  readonly guesses: readonly Pick<Guess, 'opCount'>[]
}): (Raster | null)[] {
  const ops = decodeInk(ink)
  return guesses.map(({ opCount }) => rasterise(strokesOf(ops, opCount)))
}

/**
 * [S10] The verdict on a stored drawing by the rules alone, from its ink and what a judge says of it.
 * @param edition of the rules that its round was judged by
 */
export function rescore(
  record: Pick<DrawingRecord, 'prompt' | 'promptAtMs' | 'ink'>,
  guesses: readonly Guess[],
  edition?: Edition,
): Verdict & { readonly lock: Lock | null; readonly wrongLocks: number } {
  const { prompt, promptAtMs } = record
  const judged = { prompt, promptAtMs, ink: decodeInk(record.ink), guesses, ...(edition && { edition }) }
  const lock = findLock(judged, Number.POSITIVE_INFINITY)
  const wrongLocks = countWrongLocks(judged, Number.POSITIVE_INFINITY, lock)
  return { ...scoreDrawing({ prompt, guesses, lock, wrongLocks }), lock, wrongLocks }
}
