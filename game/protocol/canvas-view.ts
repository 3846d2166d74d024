import { z } from 'zod'
import { settings } from '#game/settings'
import { colour } from './colour'
import { labelCount } from './constants'
import { digit, playerId, sum, thousandths } from './scalars'

// A canvas and the drawings on it, as the server reports them.

/** Since the round began. */
export const roundMs = z.int().min(0).max(3_600_000)
export const points = z.int().min(0)
export const index = z.int().min(0)
/** In the form of drawing/ink-codec. */
export const inkText = z.string()

const opCount = z.int().min(0).max(settings.maxOpsPerDrawing)

export const guess = z.object({
  opCount,
  thousandths: z.array(thousandths).length(labelCount),
  /** [S19] */
  promptStrokeThousandths: thousandths.optional(),
})

export const lock = z.object({ atMs: roundMs, guessIndex: index, heldIndex: index })

/** [D6] Missing where nobody shares the canvas, and where nobody knows. */
const hands = z.array(z.object({ from: index, player: index })).optional()

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
  prompt: digit.nullable(),
  sum: sum.optional(),
  promptAtMs: roundMs,
  inkText,
  guess: guess.nullable(),
  lock: lock.nullable(),
  wrongLocks: z.int().min(0),
  /** [D5] Whether anything on it was drawn by keyboard in this round. */
  isByKeyboard: z.boolean(),
  hands,
  /** Points of what has locked on this canvas so far in this round. */
  points,
  /** [R33] Stands for ink and guess, which are blank then. */
  cover: cover.optional(),
})
export type CanvasView = z.infer<typeof canvasView>

export const drawingResult = z.object({
  canvas: index,
  index,
  /** As they were called and coloured then: some may have left. */
  players: z.array(z.object({ id: playerId, name: z.string(), colour: colour })),
  prompt: digit,
  /** [R28] The sum whose answer is the prompt. */
  sum: sum.optional(),
  promptAtMs: roundMs,
  inkText,
  /** How surely each was for the prompt: whole answers of a long rush would be more than a slow line takes. */
  guesses: z.array(z.object({ opCount, promptThousandths: thousandths })),
  lock: lock.nullable(),
  wrongLocks: z.int().min(0),
  points,
  speed: z.number().min(0).max(1),
  cleanness: z.number().min(0).max(1),
  lagCreditMs: roundMs,
  isByKeyboard: z.boolean(),
  hands,
  /** [S17] In a game with a vote: how many trusted voters there were, how many of them read the prompt, and the judge's answer. */
  fooling: z
    .object({
      readers: index,
      right: index,
      answer: z
        .int()
        .min(0)
        .max(labelCount - 1)
        .nullable(),
      isFooled: z.boolean(),
    })
    .optional(),
})
export type DrawingResult = z.infer<typeof drawingResult>
