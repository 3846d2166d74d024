import type {
  MadeCode,
  PlayerAnswer,
  PlayerChange,
  RecoveredPlayer,
  SavedPlayer,
} from '#game/protocol/http-answers'
import { askServer, type ServerAnswer, tellServer } from './ask-server'

/** The player of this browser, or a suggestion where there is none yet. */
export function fetchPlayer(): Promise<ServerAnswer<PlayerAnswer>> {
  return askServer('/api/player')
}

/** @param change what changes; the rest stays as it is */
export function savePlayer(change: PlayerChange): Promise<ServerAnswer<SavedPlayer>> {
  return tellServer('/api/player', change)
}

/** Makes a code that makes another device this player's: the only time that it is told. */
export function makeRecoveryCode(): Promise<ServerAnswer<MadeCode>> {
  return tellServer('/api/player/recovery')
}

/** Makes this browser the player's whose code it is. */
export function recoverPlayer(code: string): Promise<ServerAnswer<RecoveredPlayer>> {
  return tellServer('/api/player/recover', { code })
}
