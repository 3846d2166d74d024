import * as z from 'zod/mini'
import { settings } from '#game/settings'
import { canvasView, cover, drawingResult, guess, index, inkText, lock, points, roundMs } from './canvas-view'
import { colour } from './colour'
import { refusals } from './refusal'
import { digit, emote, gameId, ghostKind, modeName, playerId, roomSettings, sum } from './scalars'

/** What the server reports. Times ending in At are server time, ms since the epoch; in Ms, since the round began. */

const at = z.int().check(z.gte(0))

const seat = z.object({
  id: playerId,
  name: z.string(),
  colour,
  isSpectator: z.boolean(),
  isConnected: z.boolean(),
  isHost: z.boolean(),
  score: points,
  votesAgainst: z.int().check(z.gte(0)),
})
export type Seat = z.infer<typeof seat>

/** Its canvas; null where everybody plays alone. */
const team = z.nullable(index)

const standing = z.object({
  playerId,
  name: z.string(),
  colour,
  score: points,
  rank: z.int().check(z.gte(1)),
  locks: z.int().check(z.gte(0)),
  lockMs: z.int().check(z.gte(0)),
  isByKeyboard: z.boolean(),
  team,
  /** Points by round, null where the player had no canvas. */
  rounds: z.array(z.nullable(points)),
})
export type StandingView = z.infer<typeof standing>

/** When a game started tells it from the one before. */
const inGame = { gameStartedAt: at, round: index, rounds: z.int().check(z.gte(1)), mode: modeName }
/** How everybody stands after the rounds that are over, the best first: those who have left, too. */
const tally = z.array(
  z.object({ playerId, name: z.string(), colour, score: points, rank: z.int().check(z.gte(1)), team }),
)
export type Tally = z.infer<typeof tally>
const onCanvases = { ...inGame, tally, startedAt: at, endsAt: at, canvases: z.array(canvasView) }

/** [R30] How many have answered all that they were asked, and how many were asked who are there. */
const votersCounted = { voted: index, voters: index }

const phaseView = z.discriminatedUnion('name', [
  z.object({ name: z.literal('lobby') }),
  z.object({ name: z.literal('countdown'), ...inGame, tally, endsAt: at, totalMs: roundMs }),
  /** [R29] `ready` where nothing locks: who has drawn enough. */
  z.object({ name: z.literal('drawing'), ...onCanvases, ready: z.optional(z.array(playerId)) }),
  z.object({ name: z.literal('judging'), ...onCanvases }),
  z.object({
    name: z.literal('voting'),
    ...inGame,
    tally,
    endsAt: at,
    totalMs: roundMs,
    /** [R34] In an order that says nothing, as they look and no more. */
    papers: z.array(z.object({ inkText })),
    ...votersCounted,
    /** [R30] Which papers the reader is asked about, in order, and which of them are answered; null who is not asked. */
    ballot: z.nullable(z.array(z.object({ paper: index, isAnswered: z.boolean() }))),
  }),
  z.object({
    name: z.literal('reveal'),
    ...inGame,
    tally,
    endsAt: at,
    totalMs: roundMs,
    drawings: z.array(drawingResult),
    /** [R19] */
    ready: z.array(playerId),
  }),
  z.object({
    name: z.literal('finished'),
    ...inGame,
    gameId,
    standings: z.array(standing),
    finishedAt: at,
    /** [R20] */
    rematch: z.array(playerId),
  }),
])
export type PhaseView = z.infer<typeof phaseView>

export const roomView = z.object({
  /** The last progress that this view contains. */
  sequence: index,
  serverNow: at,
  code: z.string(),
  hostId: z.nullable(playerId),
  settings: roomSettings,
  isDaily: z.boolean(),
  /** Whether votes decide who is sent away, and not the host. */
  doVotesDecide: z.boolean(),
  /** Whether this game is its player's one try of the day that counts. */
  isRankedTry: z.boolean(),
  seats: z.array(seat),
  /** When a public room begins its next game by itself. */
  startsAt: z.nullable(at),
  /** [R25] Whether it then begins against ghosts; or whether there are none for who waits alone. */
  startsWithGhosts: z.boolean(),
  isWithoutGhosts: z.boolean(),
  /** [R26] The ghosts that are raced, in the form of seats. [R35] Not the game that they come from: it has the digits that are to come. */
  ghosts: z.nullable(z.object({ kind: ghostKind, seats: z.array(seat) })),
  /** [R18] After a restart: where the room's time stands, and who is waited for. */
  pause: z.nullable(z.object({ at, missing: z.array(playerId) })),
  phase: phaseView,
})
export type RoomView = z.infer<typeof roomView>

const onDrawing = { canvas: index, drawing: index }

export const change = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ink:added'),
    ...onDrawing,
    from: index,
    inkText,
    isByKeyboard: z.boolean(),
    hand: z.optional(index),
  }),
  z.object({ type: z.literal('guess:made'), ...onDrawing, guess }),
  z.object({ type: z.literal('drawing:locked'), ...onDrawing, lock, points }),
  z.object({ type: z.literal('drawing:wrong-locked'), ...onDrawing, wrongLocks: z.int().check(z.gte(0)) }),
  z.object({
    ...{ type: z.literal('prompt:changed'), ...onDrawing },
    ...{ prompt: z.nullable(digit), sum: z.optional(sum), promptAtMs: roundMs },
  }),
  z.object({ type: z.literal('pen:passed'), ...onDrawing, pen: playerId }),
  /** [R33] In place of ink and guesses, where somebody else draws. */
  z.object({ type: z.literal('cover:changed'), ...onDrawing, cover }),
])
export type Change = z.infer<typeof change>

export const serverMessages = {
  'room:view': roomView,
  /**
   * All that happened on the canvases since the last one; the same message for everybody in the room, [R33] but in games whose drawings
   * are covered.
   */
  'drawing:progressed': z.object({
    sequence: index,
    round: index,
    changes: z.array(change),
    /** [P9] How long a tick is while the server cannot keep up: pens send as often. */
    tickMs: z.optional(z.int().check(z.gte(settings.inkBatchMs), z.lte(1_000))),
  }),
  /** Ink of this player that came without asking for an acknowledgement was refused. */
  'ink:refused': z.object({ refusal: z.enum(refusals) }),
  'emote:sent': z.object({ playerId, emote }),
  /** [R19] */
  'ready:said': z.object({ playerId, round: index }),
  /** [R30] For its voter alone. */
  'vote:counted': z.object({ round: index, entry: index }),
  /** [R30] Somebody has answered all that they were asked. */
  'voters:counted': z.object({ round: index, ...votersCounted }),
  /** This seat is now used from another tab or device; the connection closes. */
  'seat:taken': z.object({}),
  /** A TV hears `closed` when everybody has gone, and the room with them. */
  'seat:removed': z.object({ reason: z.enum(['left', 'kicked', 'outvoted', 'away', 'closed']) }),
  /** [F4] This player's result of the game waits for an admin. Follows the view of the podium; nobody is told of another's. */
  'result:held': z.object({ gameId }),
  'server:closing': z.object({}),
} as const

export type ServerMessageName = keyof typeof serverMessages
export type ServerMessage<Name extends ServerMessageName> = z.infer<(typeof serverMessages)[Name]>
