import { z } from 'zod'
import { guess, lock } from '#game/protocol/canvas-view'
import { labelCount } from '#game/protocol/constants'
import { digit, gameId, ghostKind, playerId, roomCode, roomSettings, sum } from '#game/protocol/scalars'
import type { GameHeader, RoundRecord, Standing } from '#game/records/record'
import type { GhostRace } from '#game/room/ghosts'
import type { RoundSummary } from '#game/room/round-summary'
import { journalFields } from './journal-fields'

const { count, at, ms, seed, flag, reasons, inkText, judge, recordedPlayer, hands, ofEdition } = journalFields

const votes = z
  .array(z.strictObject({ voter: count, label: count.max(labelCount - 1), isTrusted: flag }))
  .optional()
const goldCheck = z
  .strictObject({ digit, label: count.max(labelCount - 1).nullable() })
  .nullable()
  .optional()

const drawingRecord = z.strictObject({
  ...{ points: count, speed: z.number(), cleanness: z.number() },
  ...{ canvas: count, index: count, players: z.array(recordedPlayer) },
  ...{
    prompt: digit,
    sum: z.optional(sum),
    promptAtMs: ms,
    ink: inkText,
    pointCount: count,
    inkLength: count,
  },
  ...{ guesses: z.array(guess), lock: z.nullable(lock), wrongLocks: count, lagCreditMs: ms },
  isByKeyboard: flag,
  hands,
  votes,
  goldCheck,
})

const gameHeader: z.ZodType<GameHeader> = z.strictObject({
  id: gameId,
  roomCode,
  settings: roomSettings,
  seed,
  judge,
  ...ofEdition,
  day: z.iso.date().nullable(),
  ghosts: z.optional(gameId),
  startedAt: at,
})

/** Up to 0.6.0 a room kept the whole records of the rounds that were over: they are read, and shrunk. */
const roundRecord: z.ZodType<RoundRecord> = z.strictObject({
  game: gameHeader,
  round: count,
  startedAt: at,
  endedAt: at,
  drawings: z.array(drawingRecord),
})

const roundSummary: z.ZodType<RoundSummary> = z.strictObject({
  points: z.array(z.strictObject({ playerId, points: count })),
  evidence: z.array(
    z.strictObject({
      ...{ impossible: reasons, strange: reasons, prompt: digit, lockMs: z.number(), inkText },
      reactionMs: z.number().nullable().default(null),
      players: z.array(playerId),
    }),
  ),
})

const standing: z.ZodType<Standing> = z.strictObject({
  player: recordedPlayer,
  ...{ score: count, rank: count, rounds: count, locks: count, lockMs: count, inkLength: count },
  ...{ streak: count, bonus: count, isByKeyboard: flag, firstCanvas: count.nullable() },
  heldFor: reasons.optional(),
})

/** [R25] */
const ghostRace = z.strictObject({
  kind: ghostKind,
  source: gameId,
  secret: z.string().optional(),
  racers: z.array(z.strictObject({ player: recordedPlayer, rounds: z.array(z.array(drawingRecord)) })),
}) satisfies z.ZodType<GhostRace>

/** What is over in a room: drawings, rounds and standings. */
export const journalRecords = { drawingRecord, roundRecord, roundSummary, standing, ghostRace }
