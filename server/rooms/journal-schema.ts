import { z } from 'zod'
import { colour } from '#game/protocol/colour'
import { gameId, playerId, roomCode, roomSettings } from '#game/protocol/scalars'
import type { RoundRecord } from '#game/records/record'
import type { Room } from '#game/room/room'
import { summariseRound } from '#game/room/round-summary'
import { journalFields } from './journal-fields'
import { phaseSchema } from './journal-phase'
import { journalRecords } from './journal-records'

/** What a journal's file may hold. A file is parsed, never trusted: somebody may have edited it, or half of it may be missing. */

const { count, at, seed, flag, judge, daily, recordedPlayer, tempo, withoutUnasked, ofEdition, unasked } =
  journalFields
const { roundRecord, roundSummary, standing, ghostRace } = journalRecords

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
  hostId: z.nullable(playerId),
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
  phase: phaseSchema,
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
