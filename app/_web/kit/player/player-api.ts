import type { ConsentAnswer, GhostsAnswer } from '#game/protocol/consent'
import type { HttpAnswer, PlayerChange } from '#game/protocol/http-answers'
import { getJson, postJson, type ServerAnswer } from '../net/http-client'
import { noteIdentity, noteSaved } from './cookie-check'

/** The player of this browser, or a suggestion where there is none yet. */
export async function fetchPlayer(): Promise<ServerAnswer<HttpAnswer<'player'>>> {
  const answer = await getJson('/api/player', 'player')
  if (answer.ok) noteIdentity(answer.data)
  return answer
}

/** @param change what changes; the rest stays as it is */
export async function savePlayer(change: PlayerChange): Promise<ServerAnswer<HttpAnswer<'savedPlayer'>>> {
  const answer = await postJson('/api/player', 'savedPlayer', change)
  if (answer.ok) noteSaved()
  return answer
}

/** @param gameId whose drawings the question would be asked with */
export const fetchConsent = (gameId: string) => getJson(`/api/player/consent?game=${gameId}`, 'consent')

/** May this player's drawings be kept for training? */
export const postConsent = (answer: ConsentAnswer) => postJson('/api/player/consent', 'consent', answer)

/** May others race this player's drawings? */
export const fetchGhosts = () => getJson('/api/player/ghosts', 'ghosts')
export const postGhosts = (answer: GhostsAnswer) => postJson('/api/player/ghosts', 'ghosts', answer)

/** Makes a code that makes another device this player's: the only time that it is shown. */
export const requestRecoveryCode = () => postJson('/api/player/recovery', 'madeCode')

/** Makes this browser the player's whose code it is. */
export const recoverPlayer = (code: string) => postJson('/api/player/recover', 'recoveredPlayer', { code })

/** Shows this browser's player's profile to others, or no longer. */
export const postListing = (isListed: boolean) => postJson('/api/player/listing', 'listing', { isListed })

/** What years of games may take. */
const wholePlayerMs = 120_000

/** All that is stored about this browser's player. */
export const fetchOwnData = () => getJson('/api/player/data', 'ownData', {}, wholePlayerMs)

/** Erases this browser's player, everywhere and for good. */
export const requestErasure = () => postJson('/api/player/erase', 'erased', {}, wholePlayerMs)
