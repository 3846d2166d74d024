import type { ClientMessageInput, ClientMessageName } from '#game/protocol/client-messages'
import { defaultRoomSettings, type RoomSettings } from '#game/protocol/scalars'

/**
 * Which room: one with a code, one that is yet to be made, any public one, or one's own for the challenge of the day or a
 * quick rush; the last two begin to play at once.
 */
export type RoomTarget =
  | { readonly name: 'code'; readonly code: string }
  | { readonly name: 'new' | 'quick' | 'daily' | 'rush-30' | 'rush-60' }

/** How the room is seen: by a player, by a spectator, or by a TV, which has no seat. */
export type Attendance = { readonly isSpectator: boolean; readonly isTv?: boolean }

export type JoinMessage = {
  [Name in ClientMessageName]: readonly [name: Name, message: ClientMessageInput<Name>]
}['room:join' | 'room:watch' | 'room:create' | 'room:quick' | 'room:daily']

export function isReadyToStart({ name }: RoomTarget): boolean {
  return name === 'daily' || name === 'rush-30' || name === 'rush-60'
}

/** The message that asks to be let in. A TV needs a target with a code. */
export function joinMessage(target: RoomTarget, { isSpectator, isTv = false }: Attendance): JoinMessage {
  switch (target.name) {
    case 'code':
      return isTv ? ['room:watch', { code: target.code }] : ['room:join', { code: target.code, isSpectator }]
    case 'new':
      return ['room:create', {}]
    case 'quick':
      return ['room:quick', {}]
    case 'daily':
      return ['room:daily', {}]
    case 'rush-30':
      return ['room:create', { settings: rushOf(30) }]
    case 'rush-60':
      return ['room:create', { settings: rushOf(60) }]
  }
}

function rushOf(roundSeconds: number): RoomSettings {
  return { ...defaultRoomSettings, mode: 'rush', roundSeconds }
}
