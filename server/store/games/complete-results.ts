import type { Logger } from 'pino'
import type { Clock } from '#server/host/clock'
import { runEvery } from '#server/host/daily-job'
import type { Prisma } from '#server/store/prisma'

/** Longer than two versions run side by side, and than a database is away. */
const firstLookBackMs = 7 * 24 * 3_600_000
const everyMs = 10 * 60_000
/** A game is written a while after its end. */
const lookBackMs = 6 * everyMs

/**
 * Completes results again and again: during an upgrade a server of an older version may go on beside this one, and what it writes lacks what
 * lists and streaks go by.
 * @returns stops it
 */
export function completeResultsOften(
  prisma: Prisma,
  { clock, log }: { clock: Clock; log: Logger },
): () => Promise<void> {
  let backMs = firstLookBackMs
  return runEvery(clock, { firstAfterMs: 0, everyMs }, async () => {
    try {
      const count = await completeResults(prisma, clock.now() - backMs)
      backMs = lookBackMs
      if (count > 0) log.info({ results: count }, 'Completed results that an older version wrote')
    } catch (error) {
      log.warn({ err: error }, 'Results of an older version could not be looked for; it goes on later')
    }
  })
}

/**
 * Gives results that a version before migration 0042 wrote the copies that it gave all others.
 * @param since looks at games that ended from then on alone, ms since the epoch
 * @returns how many there were
 */
export function completeResults(prisma: Pick<Prisma, '$executeRaw'>, since: number): Promise<number> {
  return prisma.$executeRaw`
    update "Result" result set "finishedAt" = game."finishedAt", board = case when result."isOnBoard" then game.board end,
      "hasWon" = result.rank = 1 and result.score > 0 and exists (
        select from "Result" other where other."gameId" = result."gameId" and other.rank > 1)
    from "Game" game
    where game."finishedAt" >= ${new Date(since)} and result."gameId" = game.id and result."finishedAt" is null`
}
