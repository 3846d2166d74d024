import type { Drawing } from '#game/drawing/drawing'
import type { Edition } from '#game/drawing/editions'
import { type Day, type DaySecret, dailySettings } from '#game/prompts/daily'
import type { GameSeed } from '#game/prompts/game-seed'
import type { Colour } from '#game/protocol/colour'
import type { GameId, PlayerId, RoomCode, RoomSettings } from '#game/protocol/scalars'
import type { DrawingRecord, JudgeVersion, RecordedPlayer, Standing } from '#game/records/record'
import { replaceAt } from '#game/replace-at'
import type { Voting } from '#game/voting/ballots'
import type { Without } from '#game/without'
import type { GameGhosts } from './ghosts'
import type { Arrival } from './networks'
import type { RoundSummary } from './round-summary'
import type { Tempo } from './tempo'

/** A person in a room. The seat survives the connection. */
export type Player = {
  readonly id: PlayerId
  readonly name: string
  /** What the room calls the player: the name, with a number where it is taken. It belongs to the seat, not to the player. */
  readonly label: string
  readonly colour: Colour
  /** A spectator watches every round; a player who joins late only the one that is on. */
  readonly isSpectator: boolean
  /** When the last connection was lost; null while there is one. */
  readonly lostAt: number | null
  /** Players who have voted to remove this one. */
  readonly votesAgainst: readonly PlayerId[]
}

/** What a round is drawn on: one for each player, or one for each team. Known by its index in the round. */
export type Canvas = {
  readonly players: readonly PlayerId[]
  /** Who may draw on it now. */
  readonly pen: PlayerId
  /** Where the present holder's ink begins in the present drawing, as a number of ops. */
  readonly penSince: number
  /** When the present holder got the pen, in ms since the round began. Missing where the pen has not passed yet. */
  readonly penAtMs?: number
  /** In order; the last one is being drawn. */
  readonly drawings: readonly Drawing[]
}

/** One try at the challenge of a day. */
export type DailyTry = {
  readonly day: Day
  readonly isRanked: boolean
  /** [R14] What its prompts follow from; without one they follow from the game's seed. */
  readonly secret?: DaySecret
}

/** One run of a mode, from the first countdown to the podium. A room plays many. */
export type Game = {
  readonly id: GameId
  readonly seed: GameSeed
  readonly judge: JudgeVersion
  /** The edition of the lock rule, the same for the whole game. Missing for edition 1. */
  readonly edition?: Edition
  /** [R19] Missing in games of the first one. */
  readonly tempo?: Tempo
  readonly settings: RoomSettings
  /** [R14] Null for a game that is no daily challenge. */
  readonly daily: DailyTry | null
  /** [R25] Missing in games without. */
  readonly ghosts?: GameGhosts
  readonly startedAt: number
  readonly round: number
  /** Everybody who has had a canvas in this game, gone or not. */
  readonly players: readonly RecordedPlayer[]
  readonly standings: readonly Standing[]
  /** Of those that are over. */
  readonly rounds: readonly RoundSummary[]
}

export type Phase =
  | { readonly name: 'lobby' }
  | { readonly name: 'countdown'; readonly endsAt: number }
  | {
      readonly name: 'drawing'
      readonly startedAt: number
      readonly endsAt: number
      /** When somebody last went; that they went cannot have ended the round before. */
      readonly leftAt: number
      readonly canvases: readonly Canvas[]
      /** [R29] Players who have said that they have drawn enough. Missing in games with locks. */
      readonly ready?: readonly PlayerId[]
      /** [R25] Up to where ghosts have drawn, ms since the round began. Missing in rounds without. */
      readonly ghostMs?: number
    }
  | {
      readonly name: 'judging'
      readonly startedAt: number
      readonly drawnAt: number
      readonly endsAt: number
      readonly canvases: readonly Canvas[]
      /** As in the phase before. */
      readonly ghostMs?: number
    }
  | ({
      readonly name: 'voting'
      /** When the round did. */
      readonly startedAt: number
      /** When the vote did. */
      readonly openedAt: number
      readonly endsAt: number
      readonly canvases: readonly Canvas[]
    } & Voting)
  | {
      readonly name: 'reveal'
      readonly startedAt: number
      readonly endsAt: number
      /** [R19] How long it lasts when nobody is ready before. */
      readonly totalMs: number
      readonly drawings: readonly DrawingRecord[]
      /** [R19] Players who are ready for the next round. */
      readonly ready: readonly PlayerId[]
    }
  | {
      readonly name: 'finished'
      readonly finishedAt: number
      /** [R20] Players who have asked for a rematch. */
      readonly rematch: readonly PlayerId[]
    }

export type PhaseName = Phase['name']
export type PhaseOf<Name extends PhaseName> = Extract<Phase, { name: Name }>

/** [R18] The server was away: the room's time stands still until everybody is back. */
export type Pause = {
  /** Where the room's time stands; all its other times are still on that clock. */
  readonly at: number
  /** When it goes on, whoever is back by then. */
  readonly endsAt: number
  /** Who was present and has not come back yet. They count as present. */
  readonly missing: readonly PlayerId[]
}

/** Everything about one room, as plain data. Times ending in At are ms since the epoch. */
export type Room = {
  readonly code: RoomCode
  readonly settings: RoomSettings
  /** [R13] Whether the room is there for the daily challenge. */
  readonly isDaily: boolean
  /** Whether strangers could ever come in: then votes decide for good who is sent away, and the host does not. */
  readonly hasBeenPublic: boolean
  /** In the order in which they sat down. */
  readonly players: readonly Player[]
  readonly hostId: PlayerId | null
  /** Whom the host or a vote sent away; they do not come back to this room. */
  readonly banned: readonly PlayerId[]
  /** [F8] The network marks of players with a seat or in the game. */
  readonly arrivals: readonly Arrival[]
  readonly game: Game | null
  readonly phase: Phase
  /** When a public room begins its next game by itself; null while it does not. */
  readonly startsAt: number | null
  /** [R25] Whether it then begins with ghosts. */
  readonly startsWithGhosts?: boolean
  /** [R25] No ghosts were found for who waits here alone, since somebody last came. */
  readonly isWithoutGhosts?: boolean
  readonly pause: Pause | null
}

export function newRoom(code: RoomCode, settings: RoomSettings): Room {
  return {
    ...{ code, settings, isDaily: false, hasBeenPublic: settings.isPublic },
    ...{ players: [], hostId: null, banned: [], arrivals: [] },
    ...{ game: null, phase: { name: 'lobby' }, startsAt: null, pause: null },
  }
}

export function newDailyRoom(code: RoomCode): Room {
  return { ...newRoom(code, dailySettings), isDaily: true }
}

export function findPlayer(room: Room, id: PlayerId): Player | undefined {
  return room.players.find((player) => player.id === id)
}

/** Those who get a canvas when a round begins now. */
export function presentPlayers({ players }: Pick<Room, 'players'>): Player[] {
  return players.filter(isPresent)
}

export function isPresent({ isSpectator, lostAt }: Player): boolean {
  return !isSpectator && lostAt === null
}

/** The room in a phase that has changed. */
export function withPhase(room: Room, phase: Phase): Room {
  const { startsWithGhosts, isWithoutGhosts } = room
  if (startsWithGhosts !== undefined || isWithoutGhosts !== undefined) return { ...room, phase }
  const { code, settings, isDaily, hasBeenPublic, players, hostId, banned, arrivals, game, startsAt, pause } =
    room
  const usual: Without<Room, 'startsWithGhosts' | 'isWithoutGhosts'> = {
    code,
    settings,
    isDaily,
    hasBeenPublic,
    players,
    hostId,
    banned,
    arrivals,
    game,
    phase,
    startsAt,
    pause,
  }
  return usual
}

/** A phase in which people draw, with canvases that have changed. */
export function withCanvases(phase: PhaseOf<'drawing'>, canvases: readonly Canvas[]): PhaseOf<'drawing'> {
  const { name, startedAt, endsAt, leftAt, ready, ghostMs } = phase
  if (ready || ghostMs !== undefined) return { ...phase, canvases }
  const usual: Without<typeof phase, 'ready' | 'ghostMs'> = { name, startedAt, endsAt, leftAt, canvases }
  return usual
}

/** A canvas whose present drawing has changed. */
export function withDrawing(canvas: Canvas, drawing: Drawing): Canvas {
  const { players, pen, penSince, penAtMs } = canvas
  const drawings = replaceAt(canvas.drawings, canvas.drawings.length - 1, drawing)
  if (penAtMs !== undefined) return { ...canvas, drawings }
  const usual: Without<Canvas, 'penAtMs'> = { players, pen, penSince, drawings }
  return usual
}

/** The drawing that is being drawn on a canvas. */
export function currentDrawing(canvas: Canvas): Drawing {
  const drawing = canvas.drawings.at(-1)
  if (!drawing) throw new RangeError('a canvas without a drawing')
  return drawing
}
