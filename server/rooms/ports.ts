import type { Day, DaySecret } from '#game/prompts/daily'
import type { GameSeed } from '#game/prompts/game-seed'
import type {
  Emote,
  GameId,
  GhostKind,
  PlayerId,
  ReportReason,
  RoomCode,
  RoomSettings,
} from '#game/protocol/scalars'
import type { RoomView, ServerMessage } from '#game/protocol/server-messages'
import type { GameRecord, JudgeVersion, RecordedPlayer, RoundRecord } from '#game/records/record'
import type { Command } from '#game/room/command'
import type { Audience } from '#game/room/covered'
import type { GhostRace } from '#game/room/ghosts'
import type { Room } from '#game/room/room'

/** What rooms need of the world around them. Whoever implements a port runs its contract in `server/testing/contracts`. */

/** How a room reaches the people in it. */
export type Broadcaster = {
  /** The same for everybody in the room, many times a second. */
  progress(code: RoomCode, message: ServerMessage<'drawing:progressed'>): void
  /** The same for everybody in the room, TVs too; serialised once. */
  view(code: RoomCode, view: RoomView): void
  /** [R33] Where drawings are covered: to each what they may know. */
  progressEach(code: RoomCode, messages: Audience<ServerMessage<'drawing:progressed'>>): void
  viewEach(code: RoomCode, views: Audience<RoomView>): void
  /** [F4] Tells one player alone that their result waits for an admin. */
  resultHeld(code: RoomCode, playerId: PlayerId, gameId: GameId): void
  emote(code: RoomCode, playerId: PlayerId, emote: Emote): void
  /** [R19] Apart from views, which are long where many drawings are shown. */
  ready(code: RoomCode, message: ServerMessage<'ready:said'>): void
  /** [R30] Tells a voter alone that their answer counts. */
  vote(code: RoomCode, playerId: PlayerId, message: ServerMessage<'vote:counted'>): void
  /** [R30] Announces how many have answered all that they were asked. */
  voters(code: RoomCode, message: ServerMessage<'voters:counted'>): void
  /** Tells a player that their seat is gone. */
  remove(code: RoomCode, playerId: PlayerId, reason: ServerMessage<'seat:removed'>['reason']): void
  /** The room is no more. */
  close(code: RoomCode): void
}

/** Where finished rounds and games go: at-least-once, and idempotent by the id of the record. */
export type RecordWriter = {
  /** How many rounds and games are not written yet. */
  readonly depth: number
  /** @returns settles when the record is safe: on the disk, or in the database */
  writeRound(record: RoundRecord): Promise<void>
  /** @returns likewise */
  writeGame(record: GameRecord): Promise<void>
}

/** A game that starts at a moment of the day. */
export type DailyClaim = { day: Day; gameId: GameId; player: RecordedPlayer; at: Date }

/** Who has had their ranked try at the challenge of a day. */
export type DailyTries = {
  /**
   * Makes a game the player's ranked try, if they have had none. Idempotent by the id of the game.
   * @returns whether it is, and what the day's digits follow from
   */
  claim(claim: DailyClaim): Promise<{ isRanked: boolean; secret: DaySecret }>
  /** Gives back the try of a game that did not begin after all. */
  release(gameId: GameId): Promise<void>
}

/** [R25] A search for ghosts: for which player, and of which kind. */
export type GhostSearch = {
  readonly kind: GhostKind
  readonly playerId: PlayerId
  /** Which the game has; of the own best and of a day, the stored game decides. */
  readonly settings: RoomSettings
  /** Only what this network judged is comparable. */
  readonly judge: JudgeVersion
  readonly at: Date
}

/** What a game against ghosts begins with. */
export type FoundGhosts = {
  readonly seed: GameSeed
  readonly settings: RoomSettings
  readonly race: GhostRace
}

/** What quick play needs to know of earlier games. Both fail while the database is away. */
export type QuickPlay = {
  /** @returns null where there are none */
  findGhosts(search: GhostSearch): Promise<FoundGhosts | null>
  /** Mean ratings, in the unit of openskill, of those who have one. */
  findRatings(players: readonly PlayerId[]): Promise<ReadonlyMap<PlayerId, number>>
}

/** What an admin has decided about a player. */
export type ModerationStatus = {
  /** Gets into no public room. */
  readonly isBanned: boolean
  /** What the player must not be called, and what they are called instead. */
  readonly refusedName: string | null
  readonly name: string
  /** The player had themselves erased: there is nobody of this id. */
  readonly isErased?: boolean
}

export type PlayerReport = {
  readonly reporterId: PlayerId
  /** Who is reported. */
  readonly player: RecordedPlayer
  readonly reason: ReportReason
  readonly roomCode: RoomCode
  readonly at: Date
}

/** Where reports about players go, and what came of them. Both fail while the database is away. */
export type ModerationStore = {
  /** @returns null for somebody nobody has decided anything about */
  findStatus(playerId: PlayerId): Promise<ModerationStatus | null>
  /** An upsert: the same player has one report about another, the last one. */
  saveReport(report: PlayerReport): Promise<void>
}

/** How quickly rooms answer; whoever listens may count it. */
export type LatencyMetrics = {
  /** Ink has gone out to everybody in its room. @param ms since it arrived */
  inkSent(ms: number): void
  /** The judge's answer has come back to its room. @param ms since the newest ink it saw arrived */
  guessMade(ms: number): void
}

/** A room, and the time at which it was so, ms since the epoch. */
export type Snapshot = { readonly room: Room; readonly at: number }

export type LoggedCommand = { readonly command: Command; readonly at: number }

/** A snapshot, and all commands that have changed the room since. */
export type Generation = Snapshot & {
  /** Of rounds that are over, where a server up to 0.6.0 kept them with the room. */
  readonly records?: readonly RoundRecord[]
  readonly commands: readonly LoggedCommand[]
}

/** All that is stored of a room, the oldest generation first; usually one. */
export type StoredRoom = { readonly code: RoomCode; readonly generations: readonly Generation[] }

/** The write-ahead log of one room: replaying its commands gives the room back, so a restart of the server loses nothing shown. */
export type RoomLog = {
  /** Buffers a command that has changed the room; `flush` writes it. */
  append(command: Command, at: number): void
  /** When this returns, all that was appended outlives the server. Nothing may be shown to anybody before. */
  flush(): void
  /** Begins a new generation with the room as it is; older ones are deleted once all that `retain` was given has settled. */
  snapshot(): void
  /** Keeps every generation until then: something that finished in the room is still being written elsewhere. */
  retain(until: Promise<unknown>): void
  /** Deletes the log: the room is no more. */
  delete(): void
  close(): void
}

/** The logs of all rooms, so that a restart of the server does not end their games. */
export type Journal = {
  /**
   * Begins the log of a room, or goes on with it after a restart.
   * @param present the room as it is when asked
   * @param until keeps what there was of it until then, as `retain` does
   */
  open(code: RoomCode, present: () => Snapshot, until?: Promise<unknown>): RoomLog
  /** Every room that is stored and can still be read, one after the other; each may be opened as it comes. */
  readAll(): AsyncIterable<StoredRoom>
  /** How many rooms the disk has refused and not taken yet: a restart would find them as they were before. */
  readonly unwritten: number
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>
}
