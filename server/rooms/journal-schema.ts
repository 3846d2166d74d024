import { z } from 'zod'
import { type Drawing, newDrawing } from '#game/drawing/drawing'
import { editions } from '#game/drawing/editions'
import type { InkOp } from '#game/drawing/ink'
import { decodeInk, InkFormatError } from '#game/drawing/ink-codec'
import { PersistentList } from '#game/persistent-list'
import { colour } from '#game/protocol/colour'
import { labelCount } from '#game/protocol/constants'
import {
  digit,
  emote,
  gameId,
  ghostKind,
  playerId,
  roomCode,
  roomSettings,
  sum,
} from '#game/protocol/scalars'
import { guess, lock } from '#game/protocol/server-messages'
import { holdReasons } from '#game/records/hold-reason'
import type { GameHeader, RecordedPlayer, RoundRecord, Standing } from '#game/records/record'
import type { Command } from '#game/room/command'
import type { GhostRace } from '#game/room/ghosts'
import type { Phase, Room } from '#game/room/room'
import { type RoundSummary, summariseRound } from '#game/room/round-summary'
import { firstTempo, tempos } from '#game/room/tempo'
import { addGuess } from '#game/scoring/live-lock'

/** What a journal's file may hold. A file is parsed, never trusted: somebody may have edited it, or half of it may be missing. */

const count = z.int().min(0)
const at = z.int().min(0)
/** Ms since a round began, or since a prompt appeared. */
const ms = z.int().min(0)
const seed = z.int().min(0)
const flag = z.boolean()

const reasons = z.array(z.enum(holdReasons))

const ink: z.ZodType<InkOp[]> = z.string().transform((text, context) => {
  try {
    return decodeInk(text)
  } catch (error) {
    if (!(error instanceof InkFormatError)) throw error
    context.addIssue({ code: 'custom', message: error.message })
    return z.NEVER
  }
})

/** Ink that stays text: it is checked all the same, since it will be read. */
const inkText = z.string().refine((text) => ink.safeParse(text).success, 'not ink')

const judge = z.strictObject({ version: z.string(), engine: z.enum(['wasm', 'native']) })
const daily = z.strictObject({ day: z.iso.date(), isRanked: flag, secret: z.string().optional() })

/** Up to 0.5.0 seats carried a consent, which nobody had been asked for: it is read, and dropped. */
const unasked = { hasConsented: flag.optional() }
function withoutUnasked<Told extends z.infer<z.ZodObject<typeof unasked>>>(told: Told) {
  const { hasConsented: _, ...kept } = told
  return kept
}

const recordedPlayer: z.ZodType<RecordedPlayer> = z
  .strictObject({ id: playerId, name: z.string(), label: z.string(), colour, ...unasked })
  .transform(withoutUnasked)

/** Files of 0.5.0 have none: their games go on by the first edition. */
const edition = z.literal(editions)
const ofEdition = { edition: edition.optional() }

/** [R19] Those of 0.7.0 have none either: their games go on at the first tempo. */
const tempo = z.literal(tempos)

/** [D6] */
const hands = z.array(z.strictObject({ from: count, player: count })).optional()

/** What its guesses come to is worked out again. */
const drawing: z.ZodType<Drawing> = z
  .strictObject({
    ...ofEdition,
    prompt: digit,
    sum: sum.optional(),
    promptAtMs: ms,
    ink,
    pointCount: count,
    guesses: z.array(guess),
    lock: lock.nullable(),
    wrongLocks: count,
    settledMs: ms,
    lagCreditMs: ms,
    isByKeyboard: flag,
    hands,
  })
  .transform(({ ink, guesses, ...kept }) => {
    const empty = newDrawing(kept.prompt, kept.promptAtMs, kept.edition)
    return guesses.reduce(addGuess, { ...empty, ...kept, ink: PersistentList.of(ink) })
  })

const canvases = z.array(
  z.strictObject({
    players: z.array(playerId),
    pen: playerId,
    penSince: count,
    penAtMs: ms.optional(),
    drawings: z.array(drawing).min(1),
  }),
)

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
    sum: sum.optional(),
    promptAtMs: ms,
    ink: inkText,
    pointCount: count,
    inkLength: count,
  },
  ...{ guesses: z.array(guess), lock: lock.nullable(), wrongLocks: count, lagCreditMs: ms },
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
  ghosts: gameId.optional(),
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

/** Up to where ghosts have drawn. */
const ghostMs = ms.optional()

/** Up to 0.7.0 nobody could be ready, and all reveals were equally long. */
const reveal = z
  .strictObject({
    name: z.literal('reveal'),
    startedAt: at.optional(),
    endsAt: at,
    drawings: z.array(drawingRecord),
    ready: z.array(playerId).default([]),
  })
  .transform((read) => ({ ...read, startedAt: read.startedAt ?? read.endsAt - firstTempo.revealMs }))

const phase: z.ZodType<Phase> = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('lobby') }),
  z.strictObject({ name: z.literal('countdown'), endsAt: at }),
  z.strictObject({
    ...{ name: z.literal('drawing'), startedAt: at, endsAt: at, leftAt: at, canvases, ghostMs },
    ready: z.array(playerId).optional(),
  }),
  z.strictObject({ name: z.literal('judging'), startedAt: at, drawnAt: at, endsAt: at, canvases, ghostMs }),
  z.strictObject({
    ...{ name: z.literal('voting'), startedAt: at, openedAt: at, endsAt: at, canvases },
    papers: z.array(z.union([z.strictObject({ canvas: count }), z.strictObject({ digit, inkText })])),
    ballots: z.array(
      z.strictObject({
        voter: count,
        entries: z.array(z.strictObject({ paper: count, label: count.max(labelCount - 1).nullable() })),
      }),
    ),
  }),
  reveal,
  z.strictObject({
    name: z.literal('finished'),
    finishedAt: at,
    rematch: z.array(playerId).default([]),
  }),
])

const room = z.strictObject({
  code: roomCode,
  settings: roomSettings,
  isDaily: flag,
  hasBeenPublic: flag.optional(),
  players: z.array(
    z
      .strictObject({
        id: playerId,
        name: z.string(),
        label: z.string(),
        colour,
        isSpectator: flag,
        lostAt: at.nullable(),
        votesAgainst: z.array(playerId),
        ...unasked,
      })
      .transform(withoutUnasked),
  ),
  hostId: playerId.nullable(),
  banned: z.array(playerId),
  arrivals: z.array(z.strictObject({ playerId, network: z.string() })).default([]),
  game: z
    .strictObject({
      id: gameId,
      seed,
      judge,
      ...ofEdition,
      tempo: tempo.optional(),
      settings: roomSettings,
      daily: daily.nullable(),
      ghosts: ghostRace.extend({ standings: z.array(standing) }).optional(),
      startedAt: at,
      round: count,
      players: z.array(recordedPlayer),
      standings: z.array(standing),
      rounds: z.array(z.union([roundSummary, roundRecord])),
    })
    .nullable(),
  phase,
  startsAt: at.nullable(),
  startsWithGhosts: flag.optional(),
  isWithoutGhosts: flag.optional(),
  pause: z.strictObject({ at, endsAt: at, missing: z.array(playerId) }).nullable(),
})

/**
 * A room, and the records of rounds that an older server kept in it: they may not have got where they were sent. A room of
 * before the mark has been public at least if it is.
 */
export const roomSchema: z.ZodType<{ readonly room: Room; readonly records: readonly RoundRecord[] }> =
  room.transform(({ game, ...read }) => ({
    room: {
      ...read,
      hasBeenPublic: read.hasBeenPublic ?? read.settings.isPublic,
      game: game && {
        ...game,
        rounds: game.rounds.map((round) =>
          'points' in round ? round : summariseRound(game.settings, round.drawings),
        ),
      },
    },
    records: game?.rounds.flatMap((round) => ('points' in round ? [] : [round])) ?? [],
  }))

const by = { playerId }

export const commandSchema: z.ZodType<Command> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('player:join'),
    ...by,
    name: z.string(),
    colour,
    isSpectator: flag,
    network: z.string().optional(),
    ...unasked,
  }),
  z.strictObject({ type: z.literal('player:disconnect'), ...by }),
  z.strictObject({ type: z.literal('player:leave'), ...by }),
  z.strictObject({ type: z.literal('player:kick'), ...by, target: playerId }),
  z.strictObject({ type: z.literal('player:vote'), ...by, target: playerId }),
  z.strictObject({ type: z.literal('emote:send'), ...by, emote }),
  z.strictObject({ type: z.literal('settings:change'), ...by, settings: roomSettings }),
  z.strictObject({
    type: z.literal('game:start'),
    ...{ ...by, gameId, seed, judge },
    daily: daily.optional(),
    ghosts: ghostRace.optional(),
    edition: edition.default(1),
    tempo: tempo.default(1),
  }),
  z.strictObject({ type: z.literal('round:ready'), ...by, round: count }),
  z.strictObject({ type: z.literal('round:end'), ...by }),
  z.strictObject({ type: z.literal('vote:cast'), ...by, round: count, entry: count, label: count }),
  z.strictObject({ type: z.literal('pen:pass'), ...by }),
  z.strictObject({ type: z.literal('rematch:ask'), ...by }),
  z.strictObject({ type: z.literal('lobby:open'), ...by }),
  z.strictObject({ type: z.literal('ghosts:none') }),
  z.strictObject({
    type: z.literal('ink:add'),
    ...by,
    round: count,
    drawing: count,
    from: count,
    ops: ink,
    isByKeyboard: flag,
    lagMs: z.number().min(0),
  }),
  z.strictObject({ type: z.literal('guess:make'), round: count, canvas: count, drawing: count, guess }),
  z.strictObject({ type: z.literal('time:pass') }),
])
