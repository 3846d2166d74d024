import type { ConsentAnswer, ConsentState } from '#game/protocol/consent'
import type {
  MadeCode,
  PlayerAnswer,
  PlayerChange,
  RecoveredPlayer,
  SavedPlayer,
} from '#game/protocol/http-answers'
import { askServer, type ServerAnswer, tellServer } from './ask-server'
import { noteIdentity, noteSaved } from './kept-cookie'

/** The player of this browser, or a suggestion where there is none yet. */
export async function fetchPlayer(): Promise<ServerAnswer<PlayerAnswer>> {
  const answer = await askServer<PlayerAnswer>('/api/player')
  if (answer.ok) noteIdentity(answer.told)
  return answer
}

/** @param change what changes; the rest stays as it is */
export async function savePlayer(change: PlayerChange): Promise<ServerAnswer<SavedPlayer>> {
  const answer = await tellServer<SavedPlayer>('/api/player', change)
  if (answer.ok) noteSaved()
  return answer
}

/** @param gameId whose drawings the question would be asked with */
export function fetchConsent(gameId: string): Promise<ServerAnswer<ConsentState>> {
  return askServer(`/api/player/consent?game=${gameId}`)
}

/** May this player's drawings be kept for training? */
export function saveConsent(answer: ConsentAnswer): Promise<ServerAnswer<ConsentState>> {
  return tellServer('/api/player/consent', answer)
}

/** Makes a code that makes another device this player's: the only time that it is told. */
export function makeRecoveryCode(): Promise<ServerAnswer<MadeCode>> {
  return tellServer('/api/player/recovery')
}

/** Makes this browser the player's whose code it is. */
export function recoverPlayer(code: string): Promise<ServerAnswer<RecoveredPlayer>> {
  return tellServer('/api/player/recover', { code })
}

/** Shows this browser's player's profile to others, or no longer. */
export function saveListing(isListed: boolean): Promise<ServerAnswer<object>> {
  return tellServer('/api/player/listing', { isListed })
}

/** What years of games may take. */
const wholePlayerMs = 120_000

/** All that is stored about this browser's player. */
export function fetchOwnData(): Promise<ServerAnswer<object>> {
  return askServer('/api/player/data', {}, wholePlayerMs)
}

/** Erases this browser's player, everywhere and for good. */
export function erasePlayer(): Promise<ServerAnswer<object>> {
  return tellServer('/api/player/erase', {}, wholePlayerMs)
}
