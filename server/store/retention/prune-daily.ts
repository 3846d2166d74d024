import type { Logger } from 'pino'
import type { Config } from '#server/config'
import type { Clock } from '#server/host/clock'
import { runDaily } from '#server/host/daily-job'
import type { Prisma } from '#server/store/prisma'
import { retentionPolicy } from './policy'
import { prune } from './prune'

/** After the start, which has to be quick. */
const firstAfterMs = 10 * 60_000
/** A fifth of one connection's time. */
const restFactor = 4

type DailyParts = {
  readonly config: Pick<Config, 'dataFolder' | 'keepRoundsDays' | 'keepGuessesDays'>
  readonly clock: Clock
  readonly log: Logger
}

/** Prunes once a day, while people play. @returns stops it, after the batch that is under way */
export function pruneDaily(prisma: Prisma, { config, clock, log }: DailyParts): () => Promise<void> {
  return runDaily(clock, firstAfterMs, async (signal) => {
    try {
      const report = await prune(prisma, {
        policy: retentionPolicy(config, clock.now()),
        dataFolder: config.dataFolder,
        isDryRun: false,
        restFactor,
        signal,
      })
      const pruned = Object.entries(report).filter(([, { rows }]) => rows > 0)
      if (pruned.length > 0) log.info({ pruned: Object.fromEntries(pruned) }, 'Pruned what is no longer kept')
    } catch (error) {
      log.warn({ err: error }, 'Pruning stopped; it goes on tomorrow')
    }
  })
}
