import type { ClientMessage } from '#game/protocol/client-messages'
import type { Refusal } from '#game/protocol/refusal'
import type { RoomCode } from '#game/protocol/scalars'
import type { Acknowledgement } from '#game/protocol/socket-events'
import { findPlayer } from '#game/room/room'
import { refusalToJoin } from '#game/room/seats'
import type { RoomRunner } from '#server/rooms/room-runner'
import type { Rooms } from '#server/rooms/rooms'
import type { CodeTries } from './code-tries'
import { isDisconnected, type PlayerConnection } from './connection'
import { findRoom } from './find-room'
import type { PublicGate } from './public-gate'

type JoinByCodeParts = {
  readonly rooms: Rooms
  readonly codeTries: CodeTries
  readonly refuseInPublic: PublicGate
  readonly join: (connection: PlayerConnection, runner: RoomRunner, isSpectator: boolean) => Acknowledgement
}

/** [P7] Joins a room by its code. */
export function createJoinByCode({ rooms, codeTries, refuseInPublic, join }: JoinByCodeParts) {
  /** A seated player may rejoin, whatever the rate limit of the address says. */
  function hasSeat({ guest }: PlayerConnection, code: RoomCode): boolean {
    const room = rooms.find(code)?.room
    return room !== undefined && findPlayer(room, guest.id) !== undefined
  }

  /** @returns the room, or why a newcomer is refused */
  function open(
    { address, guest }: PlayerConnection,
    code: RoomCode,
    isSpectator: boolean,
    publicly?: Refusal,
  ) {
    const runner = findRoom({ rooms, codeTries }, address, code)
    if (typeof runner === 'string' || !publicly || !runner.room.settings.isPublic) return runner
    return refusalToJoin(runner.room, { playerId: guest.id, isSpectator }) ?? 'room-locked'
  }

  return async function joinByCode(
    connection: PlayerConnection,
    { code, isSpectator }: ClientMessage<'room:join'>,
  ): Promise<Acknowledgement> {
    const isBack = hasSeat(connection, code)
    if (!isBack && !codeTries.mayTry(connection.address)) return refused('too-many-from-here')
    // Looked up for every code, so that the time it takes does not reveal which rooms are public.
    const publicly = await refuseInPublic(connection.guest, { isPublic: true })
    if (isDisconnected(connection)) return refused('not-seated')
    if (!isBack) {
      const opened = open(connection, code, isSpectator, publicly)
      return typeof opened === 'string' ? refused(opened) : join(connection, opened, isSpectator)
    }
    const runner = rooms.find(code)
    if (!runner) return refused('no-such-room')
    if (publicly && runner.room.settings.isPublic) return refused(publicly)
    return join(connection, runner, isSpectator)
  }
}

function refused(refusal: Refusal): Acknowledgement {
  return { ok: false, refusal }
}
