/** The player of this browser, or a suggestion where there is none yet, as /api/player tells. */
export type PlayerAnswer = {
  readonly name: string
  readonly suggestion: string
  readonly colour?: number
  readonly hasConsented?: boolean
}

/** @throws when the server cannot be reached */
export async function fetchPlayer(): Promise<PlayerAnswer> {
  const response = await fetch('/api/player', { cache: 'no-store' })
  if (!response.ok) throw new Error(`the server answered ${response.status}`)
  return response.json()
}

/**
 * @returns false when the name will not do
 * @throws when the server cannot be reached
 */
export async function savePlayer(
  player: Pick<PlayerAnswer, 'name' | 'colour' | 'hasConsented'>,
): Promise<boolean> {
  const response = await fetch('/api/player', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(player),
  })
  if (response.status >= 500) throw new Error(`the server answered ${response.status}`)
  return response.ok
}
