import type { HttpAnswer, HttpAnswerName, RefusalBody } from '#game/protocol/http-answers'
import { type Refusal, refusals } from '#game/protocol/refusal'
import { isOffline } from '../browser/network'

/** What the path answers with, or a refusal; nothing is thrown. */
export type ServerAnswer<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly refusal: Refusal }

/** Nobody waits longer than this for an answer without being told. */
const usualTimeoutMs = 5_000

/** What a proxy or a filter on the way means, which knows no refusals. */
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
 * Fetches as `fetch` does, but not for ever.
 * @throws a TimeoutError when the answer has not come within `timeoutMs`; so does reading its body
 */
export function fetchWithTimeout(timeoutMs: number, address: string, init?: RequestInit): Promise<Response> {
  return fetch(address, { ...init, signal: AbortSignal.timeout(timeoutMs) })
}

/**
 * Fetches JSON from the HTTP API. The schemas are loaded beside the first question: no page needs them to be shown.
 * @param name what the path answers with, in `httpAnswers`
 * @param timeoutMs for the whole answer
 */
export async function getJson<Name extends HttpAnswerName>(
  path: string,
  name: Name,
  init: RequestInit = {},
  timeoutMs = usualTimeoutMs,
): Promise<ServerAnswer<HttpAnswer<Name>>> {
  try {
    const loading = import('#game/protocol/http-answers')
    const [{ httpAnswers }, response] = await Promise.all([
      loading,
      fetchWithTimeout(timeoutMs, path, { cache: 'no-store', ...init }),
    ])
    const body: unknown = await response.json().catch(nullIfNoJson)
    // A page in place of an answer is a network's own: its sign-in, or its filter's.
    if (response.ok && body === null) return refused('blocked-network')
    if (!response.ok) return refused(refusalIn(body) ?? byStatus[response.status] ?? 'server-failed')
    const answer = httpAnswers[name].safeParse(body)
    return answer.success ? { ok: true, data: answer.data as HttpAnswer<Name> } : refused('server-failed')
  } catch (error) {
    // Older browsers call a timeout an abort.
    if (['TimeoutError', 'AbortError'].includes((error as Error).name)) return refused('no-answer')
    return refused(isOffline() ? 'offline' : 'unreachable')
  }
}

/** Posts JSON to the HTTP API. */
export function postJson<Name extends HttpAnswerName>(
  path: string,
  name: Name,
  message: object = {},
  timeoutMs = usualTimeoutMs,
): Promise<ServerAnswer<HttpAnswer<Name>>> {
  const headers = { 'content-type': 'application/json' }
  return getJson(path, name, { method: 'POST', headers, body: JSON.stringify(message) }, timeoutMs)
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
