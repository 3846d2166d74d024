import * as z from 'zod/mini'
import { settings } from '#game/settings'
import { colour } from './colour'
import { labelCount } from './constants'
import { digit, playerId, sum, thousandths } from './scalars'

// A canvas and the drawings on it, as the server reports them.

/** Since the round began. */
export const roundMs = z.int().check(z.gte(0), z.lte(3_600_000))
export const points = z.int().check(z.gte(0))
export const index = z.int().check(z.gte(0))
/** In the form of drawing/ink-codec. */
export const inkText = z.string()

const opCount = z.int().check(z.gte(0), z.lte(settings.maxOpsPerDrawing))

export const guess = z.object({
  opCount,
  thousandths: z.array(thousandths).check(z.length(labelCount)),
  /** [S19] */
  promptStrokeThousandths: z.optional(thousandths),
})

export const lock = z.object({ atMs: roundMs, guessIndex: index, heldIndex: index })

/** [D6] Missing where nobody shares the canvas, and where nobody knows. */
const hands = z.optional(z.array(z.object({ from: index, player: index })))

/** [R33] What is told of a drawing that is shown to nobody but who draws it. */
export const cover = z.object({
  isBegun: z.boolean(),
  /** [S14] How far it has come; none where nothing locks. */
  progress: thousandths,
  /** How sure the judge is of what is asked for; likewise. */
  promptThousandths: thousandths,
})
export type DrawingCover = z.infer<typeof cover>

export const canvasView = z.object({
  players: z.array(playerId),
  pen: playerId,
  /** Index of the drawing on its canvas. */
  drawing: index,
  /** Null where a sum is shown instead [R28], and where it is its player's secret [R29]. */
  prompt: z.nullable(digit),
  sum: z.optional(sum),
  promptAtMs: roundMs,
  inkText,
  guess: z.nullable(guess),
  lock: z.nullable(lock),
  wrongLocks: z.int().check(z.gte(0)),
  /** [D5] Whether anything on it was drawn by keyboard in this round. */
  isByKeyboard: z.boolean(),
  hands,
  /** Points of what has locked on this canvas so far in this round. */
  points,
  /** [R33] Stands for ink and guess, which are blank then. */
  cover: z.optional(cover),
})
export type CanvasView = z.infer<typeof canvasView>

export const drawingResult = z.object({
  canvas: index,
  index,
  /** As they were called and coloured then: some may have left. */
  players: z.array(z.object({ id: playerId, name: z.string(), colour: colour })),
  prompt: digit,
  /** [R28] The sum whose answer is the prompt. */
  sum: z.optional(sum),
  promptAtMs: roundMs,
  inkText,
  /** How surely each was for the prompt: whole answers of a long rush would be more than a slow line takes. */
  guesses: z.array(z.object({ opCount, promptThousandths: thousandths })),
  lock: z.nullable(lock),
  wrongLocks: z.int().check(z.gte(0)),
  points,
  speed: z.number().check(z.gte(0), z.lte(1)),
  cleanness: z.number().check(z.gte(0), z.lte(1)),
  lagCreditMs: roundMs,
  isByKeyboard: z.boolean(),
  hands,
  /** [S17] In a game with a vote: how many trusted voters there were, how many of them read the prompt, and the judge's answer. */
  fooling: z.optional(
    z.object({
      readers: index,
      right: index,
      answer: z.nullable(z.int().check(z.gte(0), z.lte(labelCount - 1))),
      isFooled: z.boolean(),
    }),
  ),
})
export type DrawingResult = z.infer<typeof drawingResult>
