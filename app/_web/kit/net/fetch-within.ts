/**
 * Asks as `fetch` does, but not for ever.
 * @throws a TimeoutError when the answer has not come within `timeoutMs`; so does reading its body
 */
export function fetchWithin(timeoutMs: number, address: string, init?: RequestInit): Promise<Response> {
  return fetch(address, { ...init, signal: AbortSignal.timeout(timeoutMs) })
}
