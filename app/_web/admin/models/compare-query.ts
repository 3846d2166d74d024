/** How many of the last rounds can be judged again. */
export const roundCounts = [10, 20, 50] as const

export type CompareQuery = {
  readonly one: string
  readonly other: string
  readonly rounds: number
  /** Whether somebody asked for it. */
  readonly isAsked: boolean
}

type Params = Readonly<Record<string, string | string[] | undefined>>

/**
 * What an address asks for, in versions that there are: without it the champion beside the newest of the others.
 * @param versions newest first, at least one
 */
export function parseCompareQuery(
  params: Params,
  versions: readonly string[],
  champion: string,
): CompareQuery {
  const versionIn = (name: string) => versions.find((version) => version === params[name])
  const [one, other] = [versionIn('one'), versionIn('other')]
  return {
    one: one ?? champion,
    other: other ?? versions.find((version) => version !== champion) ?? champion,
    rounds: roundCounts.find((count) => String(count) === params.rounds) ?? roundCounts[1],
    isAsked: one !== undefined && other !== undefined,
  }
}
