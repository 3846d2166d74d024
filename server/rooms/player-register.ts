import type { PlayerId, ReportReason, RoomCode } from '#game/protocol/scalars'
import type { RecordedPlayer } from '#game/records/record'

/** What an admin has decided about a player. */
export type Ruling = {
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

/** Where complaints about players go, and what came of them. Both fail while the database is away. */
export type PlayerRegister = {
  /** @returns null for somebody nobody has decided anything about */
  findRuling(playerId: PlayerId): Promise<Ruling | null>
  saveReport(report: PlayerReport): Promise<void>
}
