import { setTimeout as pause } from 'node:timers/promises'

export type ReadyAnswer = { readonly status: number; readonly parts: Readonly<Record<string, string>> }

/** The answer of `/readyz`. @throws Error if the server does not answer */
export async function askReadiness(url: string): Promise<ReadyAnswer> {
  const answer = await fetch(`${url}/readyz`)
  return { status: answer.status, parts: await answer.json() }
}

const mostWaitMs = 60_000

/**
 * Polls until the answer is as expected.
 * @returns how long that took, ms; Infinity when it did not within a minute
 */
export async function untilReadiness(
  url: string,
  isSo: (answer: ReadyAnswer) => boolean | Promise<boolean>,
): Promise<number> {
  const begin = performance.now()
  while (performance.now() - begin < mostWaitMs) {
    const answer = await askReadiness(url).catch(() => null)
    if (answer && (await isSo(answer))) return Math.round(performance.now() - begin)
    await pause(100)
  }
  return Number.POSITIVE_INFINITY
}

export const isReady = ({ status }: ReadyAnswer): boolean => status === 200
