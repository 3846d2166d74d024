import type { Logger } from 'pino'
import type { ClientMessage } from '#game/protocol/client-messages'
import type { Refusal } from '#game/protocol/refusal'
import { findPlayer } from '#game/room/room'
import type { Clock } from '#server/host/clock'
import type { ModerationStore } from '#server/rooms/ports'
import type { Rooms } from '#server/rooms/rooms'
import type { PlayerConnection } from './connection'
import type { RateLimits } from './rate-limits'

type ReportParts = {
  readonly rooms: Rooms
  readonly clock: Clock
  readonly moderation: ModerationStore
  readonly rateLimits: Pick<RateLimits, 'reports'>
  readonly log: Logger
}

/** [R16] Stores a report about a player who is in the reporter's room, or was in its game. */
export function createReport({ rooms, clock, moderation, rateLimits, log }: ReportParts) {
  return async (
    { code, guest }: PlayerConnection,
    { playerId, reason }: ClientMessage<'player:report'>,
  ): Promise<Refusal | undefined> => {
    const runner = code !== null && rooms.find(code)
    if (!runner) return 'not-seated'
    const { room } = runner
    const reported = findPlayer(room, playerId) ?? room.game?.players.find(({ id }) => id === playerId)
    if (!reported || playerId === guest.id) return 'no-such-player'
    if (!rateLimits.reports.allows(guest.id)) return 'too-often'
    const { id, name, colour } = reported
    const player = { id, name, colour }
    const at = new Date(clock.now())
    return moderation.saveReport({ reporterId: guest.id, player, reason, roomCode: room.code, at }).then(
      () => undefined,
      (error) => {
        log.warn({ err: error }, 'A report could not be stored')
        return 'database-away'
      },
    )
  }
}
