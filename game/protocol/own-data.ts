import { z } from 'zod'
import { digit, gameId, inkColour, modeName, playerId, reportReason } from './scalars'

/**
 * What "my data" holds: all that is stored about one player, as one JSON document. Left out is what is others': their names,
 * drawings and results, who made a report and when, and whom the player reported. So are what speaks against a held result, which
 * would help who cheats, fingerprints, which follow from the ink, and the recovery code, which is stored nowhere. Times are ISO 8601 in UTC; `ink` is a text in the form of game/drawing/ink-codec.
 */
export const ownData = z.strictObject({
  format: z.literal('digit-dash-own-data'),
  version: z.literal(1),
  createdAt: z.iso.datetime(),
  player: z.strictObject({
    id: playerId,
    name: z.string(),
    colour: inkColour,
    /** Whether drawings may train the network, to which version of the words, and since when; null for whom nobody has asked. */
    hasConsented: z.boolean().nullable(),
    consentVersion: z.int().nullable(),
    consentAnsweredAt: z.iso.datetime().nullable(),
    isListed: z.boolean(),
    createdAt: z.iso.datetime(),
    seenAt: z.iso.datetime(),
    isBanned: z.boolean(),
    /** What an admin would not have the player be called. */
    refusedName: z.string().nullable(),
  }),
  recoveryCodeMadeAt: z.iso.datetime().nullable(),
  rating: z.strictObject({ mu: z.number(), sigma: z.number(), games: z.int() }).nullable(),
  /** How many, by reason. */
  reportsAboutYou: z.array(z.strictObject({ reason: reportReason, count: z.int() })),
  reportsByYou: z.array(z.strictObject({ reason: reportReason, createdAt: z.iso.datetime() })),
  dailyTries: z.array(z.strictObject({ day: z.iso.date(), gameId, claimedAt: z.iso.datetime() })),
  results: z.array(
    z.strictObject({
      gameId,
      mode: modeName,
      day: z.iso.date().nullable(),
      startedAt: z.iso.datetime(),
      finishedAt: z.iso.datetime().nullable(),
      /** What the player was called in it. */
      name: z.string().nullable(),
      colour: inkColour,
      score: z.int(),
      rank: z.int(),
      rounds: z.int(),
      locks: z.int(),
      lockMs: z.int(),
      inkLength: z.int(),
      isByKeyboard: z.boolean(),
      /** [F5] Whether it waited for an admin, and what came of that; null where it never did. */
      hold: z
        .strictObject({ heldAt: z.iso.datetime(), decision: z.enum(['released', 'removed']).nullable() })
        .nullable(),
    }),
  ),
  ratingSteps: z.array(
    z.strictObject({
      gameId,
      muBefore: z.number(),
      sigmaBefore: z.number(),
      mu: z.number(),
      sigma: z.number(),
    }),
  ),
  drawings: z.array(
    z.strictObject({
      id: z.uuid(),
      gameId,
      /** From 0. */
      round: z.int(),
      startedAt: z.iso.datetime(),
      name: z.string().nullable(),
      prompt: digit,
      /** How many shared the canvas; 1 is the player alone. */
      drawers: z.int(),
      ink: z.string(),
      /** [opCount, eleven thousandths...] for each guess; of those that were pruned the opCounts alone, as one text. */
      guesses: z.array(z.union([z.string(), z.array(z.int())])),
      lockAtMs: z.int().nullable(),
      wrongLocks: z.int(),
      points: z.int(),
      isByKeyboard: z.boolean(),
    }),
  ),
  /** Drawings that were lent for training. */
  samples: z.array(
    z.strictObject({
      id: z.uuid(),
      drawingId: z.uuid(),
      reason: z.string(),
      prompt: digit,
      /** 10 is "not a digit". */
      guess: z.int(),
      consentVersion: z.int(),
      createdAt: z.iso.datetime(),
      /** What reviewers said it is. */
      verdicts: z.array(z.int()),
    }),
  ),
})
