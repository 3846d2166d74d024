/**
 * Asks as `fetch` does, but not for ever.
 * @throws also when no answer has begun within `timeoutMs`
 */
export async function fetchWithin(timeoutMs: number, address: string, init?: RequestInit): Promise<Response> {
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), timeoutMs)
  try {
    return await fetch(address, { ...init, signal: giveUp.signal })
  } finally {
    clearTimeout(timer)
  }
}
