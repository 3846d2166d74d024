import type { Logger } from 'pino'
import type { Clock } from '#server/clock'
import { commitToDays } from './day-secrets'
import type { Prisma } from './prisma'

const everyMs = 24 * 3_600_000

/**
 * [R14] Commits to the days ahead once a day: however long a server runs, no hash is published on its day. The days that are
 * committed to already bridge some days on which the database is away.
 * @returns stops it, after what is under way
 */
export function commitDaily(prisma: Prisma, { clock, log }: { clock: Clock; log: Logger }) {
  let isClosing = false
  let running = Promise.resolve()
  let callOff = clock.wakeAt(clock.now() + everyMs, run)

  function run(): void {
    running = commitToDays(prisma, clock.now())
      .catch((error) => log.warn({ err: error }, 'The coming days have no digits yet; tried again tomorrow'))
      .finally(() => {
        if (!isClosing) callOff = clock.wakeAt(clock.now() + everyMs, run)
      })
  }

  return async () => {
    isClosing = true
    callOff()
    await running
  }
}
