import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { nextRandom, type RandomState } from '#game/prompts/random'
import type { PlayerId } from '#game/protocol/scalars'
import type { DrawingRecord, RoundRecord } from '#game/records/record'
import { answerOf } from '#game/scoring/answer'
import { settings } from '#game/settings'

export type SampleReason = 'never_locked' | 'wrong_lock' | 'low_margin' | 'flipped_late' | 'control'

/** Why and as what a drawing is kept for training. */
export type SelectedSample = {
  readonly contributorId: PlayerId
  readonly reason: SampleReason
  /** What the network said at the end; 10 is "not a digit". */
  readonly guess: number
  readonly thousandths: readonly number[]
  /** 0 to 1000: how far the network was from the prompt at the end. */
  readonly difficulty: number
}

/**
 * Selects a drawing as a training sample, if its contributor agrees: what was hard for the network, and a uniform control
 * share of all others. Never a canvas without a stroke, a drawing by keyboard, or a canvas that several players shared: it has
 * no single contributor to ask, to keep on one side of a split, or to give it back to.
 * @returns null when it is not selected
 */
export function selectSample(round: RoundRecord, drawing: DrawingRecord): SelectedSample | null {
  const [contributor, ...others] = drawing.players
  const final = drawing.guesses.at(-1)
  if (drawing.isByKeyboard) return null
  if (!contributor || others.length > 0 || !final || isEmpty(drawing)) return null
  const reason = hardReason(drawing) ?? (isControlSample(round, drawing) ? 'control' : null)
  if (!reason) return null
  return {
    contributorId: contributor.id,
    reason,
    guess: answerOf(final.thousandths),
    thousandths: final.thousandths,
    difficulty: 1000 - (final.thousandths[drawing.prompt] ?? 0),
  }
}

/** The first reason that holds, in the order of SampleReason; null for an easy drawing. */
function hardReason({ lock, wrongLocks, guesses }: DrawingRecord): SampleReason | null {
  if (!lock) return 'never_locked'
  if (wrongLocks > 0) return 'wrong_lock'
  if (hasFlippedLate(guesses)) return 'flipped_late'
  const [best = 0, second = 0] = (guesses.at(-1)?.thousandths ?? []).toSorted((a, b) => b - a)
  return best - second < settings.lowMarginThousandths ? 'low_margin' : null
}

/** Whether the answer was another one when three quarters of the ops were there. */
function hasFlippedLate(guesses: DrawingRecord['guesses']): boolean {
  const final = guesses.at(-1)
  if (!final) return false
  const before = guesses.findLast((guess) => guess.opCount <= final.opCount * 0.75)
  return before !== undefined && answerOf(before.thousandths) !== answerOf(final.thousandths)
}

/** The control share, drawn from the game's seed: the same whenever it is asked, so that no retry changes it. */
function isControlSample({ game, round }: RoundRecord, { canvas, index }: DrawingRecord): boolean {
  let state: RandomState = game.seed
  let chance = 0
  for (const place of [round, canvas, index]) {
    ;[chance] = nextRandom((state + place) >>> 0)
    state = Math.floor(chance * 2 ** 32)
  }
  return chance * 1000 < settings.controlShareThousandths
}

/** Dots alone are no attempt at a digit: a tap, or a pad that failed. */
function isEmpty({ ink }: DrawingRecord): boolean {
  return strokesOf(decodeInk(ink)).every((stroke) => stroke.length < 2)
}
