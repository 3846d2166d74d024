import * as z from 'zod/mini'
import { colour } from './colour'
import { consentState, ghostsState } from './consent'
import { achievementNames, ghostKinds } from './constants'
import { type Refusal, refusals } from './refusal'

// Every page reads these, so they are of the small kind of schemas; see DECISIONS.md of the pages.

/** What the HTTP API refuses with, and the status that goes with it. */
export const refusalStatus = {
  'bad-message': 400,
  'no-identity': 401,
  'not-admin': 401,
  'foreign-origin': 403,
  'not-collecting': 403,
  'no-such-code': 404,
  'no-such-room': 404,
  'too-large': 413,
  'bad-name': 422,
  'long-name': 422,
  'insulting-name': 422,
  'refused-name': 422,
  'too-many-from-here': 429,
  'server-failed': 500,
  'database-away': 503,
  'server-closing': 503,
} as const satisfies Partial<Record<Refusal, number>>

export type HttpRefusal = keyof typeof refusalStatus

/** The body of every answer that refuses. */
export const refusalBody = z.object({ refusal: z.enum(refusals) })
export type RefusalBody = z.infer<typeof refusalBody>

/** The player of this browser; without a name yet, only a suggestion. */
export const playerAnswer = z.object({
  name: z.string(),
  suggestion: z.string(),
  colour: z.optional(colour),
  /** The name before, where an admin has taken it away and given this one, and the player has not said another since. */
  refusedName: z.optional(z.string()),
})
export type PlayerAnswer = z.infer<typeof playerAnswer>

/** The player after a change. */
export const savedPlayer = z.object({ name: z.string(), colour })
export type SavedPlayer = z.infer<typeof savedPlayer>

/** What a browser may change of its player; fields that are left out stay as they are. Unknown fields are ignored, consent among them. */
export const playerChange = z.object({
  name: z.optional(z.string()),
  colour: z.optional(colour),
})
export type PlayerChange = z.infer<typeof playerChange>

/** Whether others may open the player's profile: what is asked for, and answered once it is so. */
export const listingChange = z.object({ isListed: z.boolean() })

/** A new recovery code, told this once. */
export const madeCode = z.object({ code: z.string() })
export type MadeCode = z.infer<typeof madeCode>

export const typedCode = z.object({ code: z.string() })

/** The player to whom a recovery code belongs. */
export const recoveredPlayer = z.object({ name: z.string() })
export type RecoveredPlayer = z.infer<typeof recoveredPlayer>

/** What a game did to a player's rating. */
export const gameRating = z.object({
  after: z.number(),
  change: z.number(),
  isProvisional: z.boolean(),
})
export type GameRating = z.infer<typeof gameRating>

/** [F6] What a player is told of their own result: it waits for an admin, or an admin has removed it. */
export const ownReview = z.enum(['waiting', 'removed'])
export type OwnReview = z.infer<typeof ownReview>

/** What a game was for one player. */
export const ownResult = z.object({
  pointsPerRound: z.number(),
  /** The best points per round on the same board before; `before` is null for the first. Null where it is compared with nothing. */
  best: z.nullable(z.object({ before: z.nullable(z.number()) })),
  /** The own drawing with most points; null where none has any. */
  drawing: z.nullable(z.object({ inkText: z.string(), prompt: z.int().check(z.gte(0), z.lte(9)) })),
})
export type OwnResult = z.infer<typeof ownResult>

const digit = z.int().check(z.gte(0), z.lte(9))

/** What a game gave one player beside points, to be said once, on its podium. */
export const gameRewards = z.object({
  /** [A1] How many days in a row, where this was the first game of its day. */
  streak: z.nullable(z.int()),
  /** [A2] Digits that were recognised sooner than ever before. */
  digits: z.array(z.object({ digit, lockMs: z.number() })),
  /** [A3] */
  achievements: z.array(z.enum(achievementNames)),
  /** [R26] What may be raced next. */
  ghosts: z.array(z.enum(ghostKinds)),
  /** [A4] Of a try at a day's challenge. */
  row: z.nullable(z.string()),
})
export type GameRewards = z.infer<typeof gameRewards>

/** What came of a game beyond its points. */
export const gameOutcome = z.object({
  /** By player; who was not rated is left out. Null until the game is known to be over. */
  ratings: z.nullable(z.record(z.string(), gameRating)),
  /** Of the own result of who asks. */
  review: z.nullable(ownReview),
  own: z.nullable(ownResult),
  /** Likewise; null for who has none. */
  rewards: z.nullable(gameRewards),
})
export type GameOutcome = z.infer<typeof gameOutcome>

/** All that is stored about a player, passed on as it is; `ownData` says what is in it. */
const ownDataFile = z.looseObject({ format: z.literal('digit-dash-own-data') })

/** What the paths of the API answer with when they do not refuse. */
export const httpAnswers = {
  player: playerAnswer,
  savedPlayer,
  consent: consentState,
  ghosts: ghostsState,
  listing: listingChange,
  madeCode,
  recoveredPlayer,
  ownData: ownDataFile,
  erased: z.object({}),
  /** There is a room of this code. */
  room: z.object({}),
  gameOutcome,
} as const

export type HttpAnswerName = keyof typeof httpAnswers
export type HttpAnswer<Name extends HttpAnswerName> = z.infer<(typeof httpAnswers)[Name]>
