import { fetchWithin } from '../net/fetch-within'
import { noteIdentity, noteSaved } from './kept-cookie'

/** Whoever waits for an answer is told within this, ms. */
const answerWithinMs = 5_000

/** The player of this browser, or a suggestion where there is none yet, as /api/player tells. */
export type PlayerAnswer = {
  readonly name: string
  readonly suggestion: string
  readonly colour?: number
  readonly hasConsented?: boolean
}

/** @throws when the server cannot be reached */
export async function fetchPlayer(): Promise<PlayerAnswer> {
  const response = await fetchWithin(answerWithinMs, '/api/player', { cache: 'no-store' })
  if (!response.ok) throw new Error(`the server answered ${response.status}`)
  const player: PlayerAnswer = await response.json()
  noteIdentity(player)
  return player
}

/**
 * @param player what changes; the rest stays as it is
 * @returns false when the name will not do
 * @throws when the server cannot be reached
 */
export async function savePlayer(
  player: Partial<Pick<PlayerAnswer, 'name' | 'colour' | 'hasConsented'>>,
): Promise<boolean> {
  const response = await fetchWithin(answerWithinMs, '/api/player', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(player),
  })
  if (response.status >= 500) throw new Error(`the server answered ${response.status}`)
  if (response.ok) noteSaved()
  return response.ok
}

/**
 * @returns a code that makes another device this player's: the only time that it is told
 * @throws when the server cannot be reached, or has had enough of it
 */
export async function makeRecoveryCode(): Promise<string> {
  const response = await fetch('/api/player/recovery', { method: 'POST' })
  if (!response.ok) throw new Error(`the server answered ${response.status}`)
  const { code }: { code: string } = await response.json()
  return code
}

/**
 * Makes this browser the player's whose code it is.
 * @returns what came of it
 * @throws when the server cannot be reached
 */
export async function recoverPlayer(code: string): Promise<'recovered' | 'no-such-code' | 'too-often'> {
  const response = await fetch('/api/player/recover', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  if (response.status === 429) return 'too-often'
  if (response.status >= 500) throw new Error(`the server answered ${response.status}`)
  return response.ok ? 'recovered' : 'no-such-code'
}
