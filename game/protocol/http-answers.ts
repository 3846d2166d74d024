import { z } from 'zod'
import { type Refusal, refusals } from './refusal'
import { inkColour } from './scalars'

/** What the HTTP API refuses with, and the status that goes with it. */
export const refusalStatus = {
  'bad-message': 400,
  'no-identity': 401,
  'not-admin': 401,
  'foreign-origin': 403,
  'not-collecting': 403,
  'no-such-code': 404,
  'too-large': 413,
  'bad-name': 422,
  'insulting-name': 422,
  'refused-name': 422,
  'too-many-from-here': 429,
  'server-failed': 500,
  'database-away': 503,
} as const satisfies Partial<Record<Refusal, number>>

export type HttpRefusal = keyof typeof refusalStatus

/** The body of every answer that is a no. */
export const refusalBody = z.object({ refusal: z.enum(refusals) })
export type RefusalBody = z.infer<typeof refusalBody>

/** The player of this browser; without a name yet, only a suggestion. */
export const playerAnswer = z.object({
  name: z.string(),
  suggestion: z.string(),
  colour: inkColour.optional(),
})
export type PlayerAnswer = z.infer<typeof playerAnswer>

/** The player after a change. */
export const savedPlayer = z.object({ name: z.string(), colour: inkColour })
export type SavedPlayer = z.infer<typeof savedPlayer>

/** What a browser changes of its player; the rest stays as it is. Whatever else it says, of consent too, is not heard. */
export const playerChange = z.object({
  name: z.string().optional(),
  colour: inkColour.optional(),
})
export type PlayerChange = z.infer<typeof playerChange>

/** Whether others may open the player's profile. */
export const listingChange = z.object({ isListed: z.boolean() })

/** A new recovery code, told this once. */
export const madeCode = z.object({ code: z.string() })
export type MadeCode = z.infer<typeof madeCode>

export const typedCode = z.object({ code: z.string() })

/** Whose recovery code it was. */
export const recoveredPlayer = z.object({ name: z.string() })
export type RecoveredPlayer = z.infer<typeof recoveredPlayer>
