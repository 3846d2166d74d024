import { z } from 'zod'
import { guess } from '#game/protocol/canvas-view'
import { colour } from '#game/protocol/colour'
import { emote, gameId, playerId, roomSettings } from '#game/protocol/scalars'
import type { Command } from '#game/room/command'
import { journalFields } from './journal-fields'
import { journalRecords } from './journal-records'

const { count, seed, flag, ink, judge, daily, edition, tempo, unasked } = journalFields
const { ghostRace } = journalRecords

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
