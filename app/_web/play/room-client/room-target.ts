import { defaultRoomSettings, type RoomSettings } from '#game/protocol/scalars'
import type { Acknowledgement } from '#game/protocol/socket-events'
import type { SendRequest } from './requests'

/** [R26] A stored game to race against, in a room of one's own. */
export const ghostTargets = ['ghost-race', 'ghost-rush-30', 'ghost-rush-60', 'ghost-daily'] as const

/**
 * Which room: one with a code, one that is yet to be made, any public one, or one's own for the challenge of the day or a
 * quick rush, or to race a ghost; the last three begin to play at once.
 */
export type RoomTarget =
  | { readonly name: 'code'; readonly code: string }
  | { readonly name: 'new' | 'quick' | 'daily' | 'rush-30' | 'rush-60' | (typeof ghostTargets)[number] }

/** How the room is seen: by a player, by a spectator, or by a TV, which has no seat. */
export type Attendance = { readonly isSpectator: boolean; readonly isTv?: boolean }

export function isReadyToStart({ name }: RoomTarget): boolean {
  return name === 'daily' || name === 'rush-30' || name === 'rush-60'
}

/** Asks to be let in. A TV needs a target with a code. */
export function requestToJoin(
  request: SendRequest,
  target: RoomTarget,
  { isSpectator, isTv = false }: Attendance,
): Promise<Acknowledgement> {
  switch (target.name) {
    case 'code':
      if (isTv) return request('room:watch', { code: target.code })
      return request('room:join', { code: target.code, isSpectator })
    case 'new':
      return request('room:create', {})
    case 'quick':
      return request('room:quick', {})
    case 'daily':
      return request('room:daily', {})
    case 'rush-30':
      return request('room:create', { settings: rushOf(30) })
    case 'rush-60':
      return request('room:create', { settings: rushOf(60) })
    case 'ghost-race':
      return request('room:ghosts', { kind: 'race' })
    case 'ghost-rush-30':
      return request('room:ghosts', { kind: 'rush-30' })
    case 'ghost-rush-60':
      return request('room:ghosts', { kind: 'rush-60' })
    case 'ghost-daily':
      return request('room:ghosts', { kind: 'daily' })
  }
}

function rushOf(roundSeconds: number): RoomSettings {
  return { ...defaultRoomSettings, mode: 'rush', roundSeconds }
}
