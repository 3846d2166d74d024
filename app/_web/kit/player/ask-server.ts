import type { RefusalBody } from '#game/protocol/http-answers'
import { type Refusal, refusals } from '#game/protocol/refusal'
import { isOffline } from '../browser/network'
import { fetchWithin } from '../net/fetch-within'

/** What was asked for, or the name of the no; there is nothing else, and nothing is thrown. */
export type ServerAnswer<Told> =
  | { readonly ok: true; readonly told: Told }
  | { readonly ok: false; readonly refusal: Refusal }

/** Nobody waits longer than this for an answer without being told. */
const patienceMs = 5_000

/** What a proxy or a filter on the way says, which knows no names. */
const byStatus: Partial<Record<number, Refusal>> = {
  403: 'blocked-network',
  413: 'too-large',
  429: 'too-many-from-here',
  502: 'unreachable',
  503: 'unreachable',
  504: 'no-answer',
  511: 'blocked-network',
}

/**
 * Asks the HTTP API.
 * @typeParam Told what the path answers with, as `game/protocol/http-answers` says
 * @param waitMs for the whole answer
 */
export async function askServer<Told>(
  path: string,
  init: RequestInit = {},
  waitMs = patienceMs,
): Promise<ServerAnswer<Told>> {
  try {
    const response = await fetchWithin(waitMs, path, { cache: 'no-store', ...init })
    const body: unknown = await response.json().catch(nullIfNoJson)
    if (response.ok && body !== null) return { ok: true, told: body as Told }
    // A page in place of an answer is a network's own: its sign-in, or its filter's.
    if (response.ok) return refused('blocked-network')
    return refused(refusalIn(body) ?? byStatus[response.status] ?? 'server-failed')
  } catch (error) {
    // Older browsers call a timeout an abort.
    if (['TimeoutError', 'AbortError'].includes((error as Error).name)) return refused('no-answer')
    return refused(isOffline() ? 'offline' : 'unreachable')
  }
}

/** Sends something to the HTTP API. */
export function tellServer<Told>(
  path: string,
  message: object = {},
  waitMs = patienceMs,
): Promise<ServerAnswer<Told>> {
  const headers = { 'content-type': 'application/json' }
  return askServer(path, { method: 'POST', headers, body: JSON.stringify(message) }, waitMs)
}

function refused(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal }
}

/** @throws what kept the body from coming */
function nullIfNoJson(error: unknown): null {
  if (error instanceof SyntaxError) return null
  throw error
}

function refusalIn(body: unknown): Refusal | undefined {
  const { refusal } = (typeof body === 'object' && body !== null ? body : {}) as Partial<RefusalBody>
  return refusals.find((name) => name === refusal)
}
