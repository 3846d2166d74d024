import type { Edition } from '#game/drawing/editions'
import type { Digit } from '#game/protocol/scalars'
import type { InkOp } from './ink'

/** What the judge said of the first `opCount` ops: eleven calibrated probabilities in whole thousandths, the last "not a digit". */
export type Guess = { readonly opCount: number; readonly thousandths: readonly number[] }

/** When a drawing was recognised, in ms since its prompt appeared; the guess that began to say so, and the one that held. */
export type Lock = { readonly atMs: number; readonly guessIndex: number; readonly heldIndex: number }

/** All strokes for one prompt on one canvas, and all that was guessed of them. Times of ink are ms since the round began. */
export type Drawing = {
  readonly prompt: Digit
  /** When its prompt appeared, in ms since the round began. */
  readonly promptAtMs: number
  readonly ink: readonly InkOp[]
  readonly pointCount: number
  readonly guesses: readonly Guess[]
  readonly lock: Lock | null
  readonly wrongLocks: number
  /** Nothing may count before this: what was decided up to here stays decided. Ms since the round began. */
  readonly settledMs: number
  /** The largest lag credit any of its ink was given. */
  readonly lagCreditMs: number
  /** [D5] Whether any of its ink was drawn with the arrow keys. */
  readonly isByKeyboard: boolean
  /** Of the rules that decide its lock. Missing in drawings of the first one. */
  readonly edition?: Edition
}

export function newDrawing(prompt: Digit, promptAtMs: number, edition: Edition | undefined): Drawing {
  return {
    prompt,
    promptAtMs,
    ink: [],
    pointCount: 0,
    guesses: [],
    lock: null,
    wrongLocks: 0,
    settledMs: promptAtMs,
    lagCreditMs: 0,
    isByKeyboard: false,
    ...(edition && { edition }),
  }
}

export function isJudged({ ink, guesses }: Drawing): boolean {
  return ink.length === 0 || guesses.at(-1)?.opCount === ink.length
}
