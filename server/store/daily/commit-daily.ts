import type { Logger } from 'pino'
import type { Clock } from '#server/host/clock'
import { runDaily } from '#server/host/daily-job'
import type { Prisma } from '#server/store/prisma'
import { commitToDays } from './day-secrets'

/** A server commits when it starts. */
const firstAfterMs = 24 * 3_600_000

/**
 * [R14] Commits to the days ahead once a day: however long a server runs, no hash is published on its day. The days that are
 * committed to already bridge some days on which the database is away.
 * @returns stops it, after what is under way
 */
export function commitDaily(
  prisma: Prisma,
  { clock, log }: { clock: Clock; log: Logger },
): () => Promise<void> {
  return runDaily(clock, firstAfterMs, () =>
    commitToDays(prisma, clock.now()).catch((error) =>
      log.warn({ err: error }, 'The coming days have no digits yet; tried again tomorrow'),
    ),
  )
}
