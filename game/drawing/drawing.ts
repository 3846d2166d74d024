import type { Edition } from '#game/drawing/editions'
import { PackedList } from '#game/packed-list'
import type { Digit, Sum } from '#game/protocol/scalars'
import type { Without } from '#game/without'
import type { Hands } from './hands'
import { countPoints, type InkOp } from './ink'
import { guessPacking, inkPacking } from './packings'
import { nothingSeen, type SeenInk } from './seen-ink'

/** What a judge says of a drawing, in whole thousandths: eleven calibrated probabilities each, the last "not a digit". */
export type Answer = {
  /** By the picture. */
  readonly thousandths: readonly number[]
  /** By the stroke network, for the prompt. Missing where the judge's version has none. */
  readonly strokeThousandths?: readonly number[]
}

/** What the judge said of the first `opCount` ops. */
export type Guess = Pick<Answer, 'thousandths'> & {
  readonly opCount: number
  /** [S19] How surely the way the pen went is that of the prompt. Missing where the judge's version has no stroke network. */
  readonly promptStrokeThousandths?: number
}

/** @param prompt of the drawing that the answer is about */
export function guessOf({ thousandths, strokeThousandths }: Answer, opCount: number, prompt: Digit): Guess {
  const ofPrompt = strokeThousandths?.[prompt]
  return { opCount, thousandths, ...(ofPrompt !== undefined && { promptStrokeThousandths: ofPrompt }) }
}

/** When a drawing was recognised, in ms since its prompt appeared; the guess that began to say so, and the one that held. */
export type Lock = { readonly atMs: number; readonly guessIndex: number; readonly heldIndex: number }

/** A run of guesses that are sure of the prompt, and whether the pen was lifted in what they saw. */
export type Run = Omit<Lock, 'heldIndex'> & { readonly isLifted: boolean }

/**
 * What the guesses so far come to, so that the next one costs the same however many there were. It follows from ink and guesses, and is
 * never stored.
 */
export type LockState = {
  /** What the last guess saw. */
  readonly seen: SeenInk
  /** The run of sure guesses that the last one belongs to. */
  readonly run: Run | null
  /** Whether the last guess is a wrong lock if the pen rests for long enough. */
  readonly isWrong: boolean
  /** What those before the last one have decided. */
  readonly lock: Lock | null
  readonly wrongLocks: number
}

export const noLockState: LockState = {
  seen: nothingSeen,
  run: null,
  isWrong: false,
  lock: null,
  wrongLocks: 0,
}

/** All strokes for one prompt on one canvas, and all that was guessed of them. Times of ink are ms since the round began. */
export type Drawing = {
  readonly prompt: Digit
  /** [R28] What is shown instead of the prompt, which is its answer. */
  readonly sum?: Sum
  /** When its prompt appeared, in ms since the round began. */
  readonly promptAtMs: number
  readonly ink: PackedList<InkOp>
  readonly pointCount: number
  readonly guesses: PackedList<Guess>
  readonly lock: Lock | null
  readonly wrongLocks: number
  /** Nothing may count before this: what was decided up to here stays decided. Ms since the round began. */
  readonly settledMs: number
  /** The largest lag credit any of its ink was given. */
  readonly lagCreditMs: number
  /** [D5] Whether any of its ink was drawn with the arrow keys. */
  readonly isByKeyboard: boolean
  /** The edition of the lock rule. Missing for edition 1. */
  readonly edition?: Edition
  /** [D6] Where several share the canvas. */
  readonly hands?: Hands
  readonly lockState: LockState
}

/** @param sum [R28] whose answer the prompt is, where it is one */
export function newDrawing(
  prompt: Digit,
  promptAtMs: number,
  edition: Edition | undefined,
  sum?: Sum | null,
): Drawing {
  return {
    prompt,
    ...(sum && { sum }),
    promptAtMs,
    ink: PackedList.of(inkPacking),
    pointCount: 0,
    guesses: PackedList.of(guessPacking),
    lock: null,
    wrongLocks: 0,
    settledMs: promptAtMs,
    lagCreditMs: 0,
    isByKeyboard: false,
    ...(edition && { edition }),
    lockState: noLockState,
  }
}

/** What everybody may see of a prompt while it is being drawn: a sum, and not its answer. */
export type ShownPrompt = { readonly prompt: Digit | null; readonly sum?: Sum }

/** [R28] */
export function shownPrompt({ prompt, sum }: Pick<Drawing, 'prompt' | 'sum'>): ShownPrompt {
  return sum ? { prompt: null, sum } : { prompt }
}

/**
 * @param ops timed already, none before the last op that the drawing has
 * @param noted what else is known of the drawing with them
 */
export function growInk(
  drawing: Drawing,
  ops: readonly InkOp[],
  noted?: Pick<Drawing, 'isByKeyboard' | 'lagCreditMs' | 'hands'>,
): Drawing {
  const { guesses, lockState } = drawing
  const { isByKeyboard, lagCreditMs } = noted ?? drawing
  const ink = drawing.ink.append(ops)
  const pointCount = drawing.pointCount + countPoints(ops)
  const grown = withInPlay(drawing, { ink, pointCount, guesses, isByKeyboard, lagCreditMs, lockState })
  return noted?.hands ? { ...grown, hands: noted.hands } : grown
}

/** @param lockState what the guesses come to */
export function withGuesses(drawing: Drawing, guesses: PackedList<Guess>, lockState: LockState): Drawing {
  const { ink, pointCount, isByKeyboard, lagCreditMs } = drawing
  return withInPlay(drawing, { ink, pointCount, guesses, isByKeyboard, lagCreditMs, lockState })
}

/** What each batch of ink or each guess changes. */
type InPlay = Pick<Drawing, 'ink' | 'pointCount' | 'guesses' | 'isByKeyboard' | 'lagCreditMs' | 'lockState'>

function withInPlay(drawing: Drawing, inPlay: InPlay): Drawing {
  const { prompt, sum, promptAtMs, lock, wrongLocks, settledMs, edition, hands } = drawing
  if (sum || hands || !edition) return { ...drawing, ...inPlay }
  const { ink, pointCount, guesses, isByKeyboard, lagCreditMs, lockState } = inPlay
  const usual: Without<Drawing, 'sum' | 'hands'> = {
    prompt,
    promptAtMs,
    ink,
    pointCount,
    guesses,
    lock,
    wrongLocks,
    settledMs,
    lagCreditMs,
    isByKeyboard,
    edition,
    lockState,
  }
  return usual
}

export function isJudged({ ink, guesses }: Pick<Drawing, 'ink' | 'guesses'>): boolean {
  return ink.length === 0 || guesses.at(-1)?.opCount === ink.length
}
