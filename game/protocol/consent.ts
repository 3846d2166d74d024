import * as z from 'zod/mini'

/** Which words a player answers when asked whether drawings may be kept. Raise it when the words change their meaning. */
export const consentVersion = 2

/** Up to 0.5.0 drawings were kept by default: whoever lent them had been asked nothing. */
export const unaskedVersion = 1

/** What a player answers, and to which words: those that their page shows, which may be older than the server's. */
export const consentAnswer = z.strictObject({
  hasConsented: z.boolean(),
  version: z.int().check(z.gt(unaskedVersion), z.lte(consentVersion)),
})
export type ConsentAnswer = z.infer<typeof consentAnswer>

/** How things stand between a player and the training data. */
export const consentState = z.object({
  /** Whether this server keeps drawings at all. */
  isCollecting: z.boolean(),
  /** The last answer; null as long as there is none. */
  hasConsented: z.nullable(z.boolean()),
  /** How many of the player's drawings are kept now. */
  kept: z.int().check(z.gte(0)),
  /** The ink of one of the player's drawings in the game that was asked about; null where nothing could be kept. */
  example: z.nullable(z.string()),
})
export type ConsentState = z.infer<typeof consentState>

/** Likewise when asked whether others may race their drawings, as ghosts. */
export const ghostsVersion = 1

/** [R26] What a player answers to that, and to which words. */
export const ghostsAnswer = z.strictObject({
  lendsGhosts: z.boolean(),
  version: z.int().check(z.gte(1), z.lte(ghostsVersion)),
})
export type GhostsAnswer = z.infer<typeof ghostsAnswer>

/** The last answer; null as long as there is none. */
export const ghostsState = z.object({ lendsGhosts: z.nullable(z.boolean()) })
