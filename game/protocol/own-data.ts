import { z } from 'zod'
import { colour } from './colour'
import { digit, gameId, modeName, playerId, reportReason, sum } from './scalars'

/** What is stored and not in the file, and why: the file says so itself. */
export const leftOutOfOwnData = [
  'What belongs to others: their names, drawings and results, who reported you, and whom you reported and where.',
  'Why a result was held, and which drawings repeat earlier ones: it would help those who cheat.',
  'The recovery code: only a fingerprint of it is stored.',
  'Fingerprints of drawings, with which copies are found, and whether a hand can have been so quick: both follow from the ink.',
  'What was the same for everybody in a game, such as its settings and its judge: the replay shows it.',
  'Who reviewed a drawing that you lent, when, and whether it was set aside for a closer look.',
] as const

/**
 * What "my data" holds: all that is stored about one player, as one JSON document, but for what `leftOutOfOwnData` names. Times
 * are ISO 8601 in UTC, but for those in ms; `ink` is a text in the form of game/drawing/ink-codec.
 */
export const ownData = z.strictObject({
  format: z.literal('digit-dash-own-data'),
  version: z.literal(1),
  createdAt: z.iso.datetime(),
  leftOut: z.array(z.string()),
  player: z.strictObject({
    id: playerId,
    name: z.string(),
    colour,
    /** Whether drawings may train the network, to which version of the words, and since when; null for whom nobody has asked. */
    hasConsented: z.boolean().nullable(),
    consentVersion: z.int().nullable(),
    consentAnsweredAt: z.iso.datetime().nullable(),
    /** Likewise whether others may race the drawings, as ghosts. */
    lendsGhosts: z.boolean().nullable(),
    ghostsVersion: z.int().nullable(),
    ghostsAnsweredAt: z.iso.datetime().nullable(),
    isListed: z.boolean(),
    createdAt: z.iso.datetime(),
    seenAt: z.iso.datetime(),
    isBanned: z.boolean(),
    /** [C13] Whether no drawing is kept for training any more, whatever the player answered. */
    isExcluded: z.boolean(),
    /** What an admin would not have the player be called. */
    refusedName: z.string().nullable(),
  }),
  recoveryCodeMadeAt: z.iso.datetime().nullable(),
  rating: z
    .strictObject({ mu: z.number(), sigma: z.number(), games: z.int(), updatedAt: z.iso.datetime() })
    .nullable(),
  /** How many, by reason. */
  reportsAboutYou: z.array(z.strictObject({ reason: reportReason, count: z.int() })),
  reportsByYou: z.array(z.strictObject({ reason: reportReason, createdAt: z.iso.datetime() })),
  dailyTries: z.array(z.strictObject({ day: z.iso.date(), gameId, claimedAt: z.iso.datetime() })),
  achievements: z.array(z.strictObject({ name: z.string(), gameId, earnedAt: z.iso.datetime() })),
  results: z.array(
    z.strictObject({
      gameId,
      mode: modeName,
      day: z.iso.date().nullable(),
      startedAt: z.iso.datetime(),
      finishedAt: z.iso.datetime().nullable(),
      /** What the player was called in it. */
      name: z.string().nullable(),
      colour,
      score: z.int(),
      rank: z.int(),
      rounds: z.int(),
      locks: z.int(),
      lockMs: z.int(),
      inkLength: z.int(),
      isByKeyboard: z.boolean(),
      /** [S12] Whether it is on the board of its game, unless it is held. */
      isOnBoard: z.boolean(),
      /** [F5] Whether it waited for an admin, and what came of that; null where it never did. */
      hold: z
        .strictObject({
          heldAt: z.iso.datetime(),
          decision: z.enum(['released', 'removed']).nullable(),
          decidedAt: z.iso.datetime().nullable(),
        })
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
      colour,
      /** Index of the canvas in its round, of the drawing on the canvas, and of the player among those who shared it. */
      canvas: z.int(),
      index: z.int(),
      place: z.int(),
      prompt: digit,
      /** [R28] Whose answer the prompt is; null where the digit itself was the prompt. */
      sum: z.nullable(sum),
      /** Since the round began. */
      promptAtMs: z.int(),
      /** How many shared the canvas; 1 is the player alone. */
      drawers: z.int(),
      ink: z.string(),
      pointCount: z.int(),
      inkLength: z.int(),
      /** When the last of the ink had arrived. */
      inkedAt: z.iso.datetime().nullable(),
      /** Taken off for a slow connection. */
      lagCreditMs: z.int(),
      /**
       * [opCount, eleven thousandths...] for each guess, and behind them that of the stroke network for the prompt, where there is
       * one; of those that were pruned the opCounts alone, as one text.
       */
      guesses: z.array(z.union([z.string(), z.array(z.int())])),
      /** [D6] From which op on it was drawn by whom, by place; null where nobody knows. */
      hands: z.array(z.object({ from: z.int(), player: z.int() })).nullable(),
      /** [S17] What others read in it, 10 for nothing, and whether it counted; null where nobody voted. */
      votes: z.array(z.object({ label: z.int(), isTrusted: z.boolean() })).nullable(),
      /** What the player read in that round: in the drawings of others, and in one whose digit is known. */
      readings: z.array(z.int()),
      goldCheck: z.object({ digit: z.int(), label: z.int().nullable() }).nullable(),
      /** Since the prompt, and the guesses that began to say so and that held. */
      lockAtMs: z.int().nullable(),
      lockGuessIndex: z.int().nullable(),
      lockHeldIndex: z.int().nullable(),
      wrongLocks: z.int(),
      points: z.int(),
      /** 0 to 1, what the points were made of. */
      speed: z.number(),
      cleanness: z.number(),
      isByKeyboard: z.boolean(),
    }),
  ),
  /** Drawings that were lent for training. */
  samples: z.array(
    z.strictObject({
      id: z.uuid(),
      drawingId: z.uuid(),
      reason: z.string(),
      /** All for which it was kept, `reason` first. */
      reasons: z.array(z.string()),
      prompt: digit,
      /** 10 is "not a digit". */
      guess: z.int(),
      /** The eleven probabilities of that guess. */
      thousandths: z.array(z.int()),
      /** 0 to 1000: the hardest are reviewed first. */
      difficulty: z.int(),
      /** How many read each label in it, where people voted; else empty. */
      votes: z.array(z.int()),
      /** Whether it comes from a held result [F5]. */
      isHeld: z.boolean(),
      consentVersion: z.int(),
      createdAt: z.iso.datetime(),
      /** What reviewers said it is, and what they agreed on. */
      verdicts: z.array(z.int()),
      label: z.int().nullable(),
    }),
  ),
})
