import type { Guess } from '#game/drawing/drawing'
import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { nextRandom, type RandomState } from '#game/prompts/random'
import type { PlayerId } from '#game/protocol/scalars'
import type { DrawingRecord, RoundRecord } from '#game/records/record'
import { answerOf } from '#game/scoring/answer'
import { foolingOf } from '#game/scoring/fool'
import { settings } from '#game/settings'
import { type SampleReason, sampleReasons } from './sample-reasons'

/** Why and as what a drawing is kept for training. */
export type SelectedSample = {
  readonly contributorId: PlayerId
  /** The first of `reasons`. */
  readonly reason: SampleReason
  /** All that hold, in the order of `sampleReasons`; at least one. */
  readonly reasons: readonly SampleReason[]
  /** What the network said at the end; 10 is "not a digit". */
  readonly guess: number
  readonly thousandths: readonly number[]
  /** 0 to 1000: how far the network was from the prompt at the end. */
  readonly difficulty: number
}

/**
 * [C15] Selects a drawing as a training sample, if its contributor agrees: what was hard for the network, and a control share of all,
 * hard or not, so that what the network does in play can be measured on it. Never a canvas without a stroke, a drawing by keyboard,
 * or a canvas that several players shared: it has no single contributor to ask, to keep on one side of a split, or to give it back to.
 * Nor the answer to a sum, which may be well drawn and wrong, nor what was drawn with a modifier, as nobody writes.
 * @returns null when it is not selected
 */
export function selectSample(round: RoundRecord, drawing: DrawingRecord): SelectedSample | null {
  const [contributor, ...others] = drawing.players
  const final = drawing.guesses.at(-1)
  if (drawing.isByKeyboard || drawing.sum || round.game.settings.modifier !== 'none') return null
  if (!contributor || others.length > 0 || !final || isEmpty(drawing)) return null
  const reasons = reasonsOf(round, drawing, final)
  const [reason] = reasons
  if (!reason) return null
  return {
    contributorId: contributor.id,
    reason,
    reasons,
    guess: answerOf(final.thousandths),
    thousandths: final.thousandths,
    difficulty: difficultyOf(drawing, final),
  }
}

/**
 * [C16] Where people try to be misread, one reason holds alone: that they succeeded, and others read it. Such drawings are no control
 * either: on them nobody measures how well the network reads people.
 */
function reasonsOf(round: RoundRecord, drawing: DrawingRecord, final: Guess): SampleReason[] {
  const { votes } = drawing
  if (votes) return foolingOf({ ...drawing, votes }).isFooled ? ['fooled'] : []
  const hard = hardReasons(drawing, final)
  return isControlSample(round, drawing) ? [...hard, 'control'] : hard
}

/** [C15] All reasons that hold, in the order of `sampleReasons`; none for an easy drawing. */
export function hardReasons(
  drawing: Pick<DrawingRecord, 'prompt' | 'lock' | 'wrongLocks' | 'guesses'>,
  final: Guess,
): SampleReason[] {
  const [best = 0, second = 0] = final.thousandths.toSorted((a, b) => b - a)
  const holds: Record<SampleReason, boolean> = {
    never_locked: !drawing.lock,
    wrong_lock: drawing.wrongLocks > 0,
    flipped_late: hasFlippedLate(drawing, final),
    low_margin: best - second < settings.lowMarginThousandths,
    control: false,
    fooled: false,
  }
  return sampleReasons.filter((reason) => holds[reason])
}

/**
 * Whether it ended as another digit than it was recognised as, or became the digit asked for so late that the network is still in
 * doubt: its answer was another one when three quarters of the ops were there. A digit that the network is sure of at the end is an
 * easy one, whatever it looked like before: every 7 begins as a 1.
 */
function hasFlippedLate(drawing: Pick<DrawingRecord, 'prompt' | 'lock' | 'guesses'>, final: Guess): boolean {
  const answer = answerOf(final.thousandths)
  if (answer !== drawing.prompt) return drawing.lock !== null
  if (difficultyOf(drawing, final) < settings.leastFlippedDifficulty) return false
  const before = drawing.guesses.findLast((guess) => guess.opCount <= final.opCount * 0.75)
  return before !== undefined && answerOf(before.thousandths) !== answer
}

function difficultyOf({ prompt }: Pick<DrawingRecord, 'prompt'>, { thousandths }: Guess): number {
  return 1000 - (thousandths[prompt] ?? 0)
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
