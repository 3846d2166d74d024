import type { PlayerId } from '#game/protocol/scalars'
import type { Prisma } from '#server/store/prisma'

/** [F9] Whoever is disagreed with in more than this share of their drawings has each of them looked at alone. */
export const mostDisagreement = 0.1

/**
 * [F9] Of each contributor the larger of two shares: reviewed samples that are not what was asked for, and of all their drawings those
 * that the judge took for something else.
 */
export async function disagreementOf(
  prisma: Pick<Prisma, '$queryRaw'>,
  contributors: readonly PlayerId[],
): Promise<Map<PlayerId, number>> {
  const rows = await prisma.$queryRaw<{ id: PlayerId; share: number }[]>`
    select player.id, greatest(
      coalesce(corrected::float8 / nullif(reviewed, 0), 0),
      coalesce(misread::float8 / nullif(greatest(player.drawings, samples), 0), 0)) as share
    from "Player" player cross join lateral (
      select count(*) as samples, count(label) as reviewed, count(*) filter (where label <> prompt) as corrected,
        count(*) filter (where guess <> prompt) as misread
      from "Sample" where "contributorId" = player.id) kept
    where player.id = any(${contributors}::uuid[])`
  return new Map(rows.map(({ id, share }) => [id, share]))
}
