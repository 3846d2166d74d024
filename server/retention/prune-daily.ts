import type { Logger } from 'pino'
import type { Clock } from '../clock'
import type { Config } from '../config'
import type { Prisma } from '../store/prisma'
import { retentionPolicy } from './policy'
import { prune } from './prune'

/** Not at once: a server that starts has better things to do. */
const firstAfterMs = 10 * 60_000
const everyMs = 24 * 3_600_000
/** A fifth of one connection's time. */
const restFactor = 4

type DailyParts = {
  readonly config: Pick<Config, 'dataFolder' | 'keepRoundsDays' | 'keepGuessesDays'>
  readonly clock: Clock
  readonly log: Logger
}

/** Prunes once a day, while people play. @returns stops it, after the batch that is under way */
export function pruneDaily(prisma: Prisma, { config, clock, log }: DailyParts): () => Promise<void> {
  const closing = new AbortController()
  let running = Promise.resolve()
  let callOff = clock.wakeAt(clock.now() + firstAfterMs, run)

  function run(): void {
    running = pruneOnce().finally(() => {
      if (!closing.signal.aborted) callOff = clock.wakeAt(clock.now() + everyMs, run)
    })
  }

  async function pruneOnce(): Promise<void> {
    try {
      const report = await prune(prisma, {
        policy: retentionPolicy(config, clock.now()),
        dataFolder: config.dataFolder,
        isDryRun: false,
        restFactor,
        signal: closing.signal,
      })
      const pruned = Object.entries(report).filter(([, { rows }]) => rows > 0)
      if (pruned.length > 0) log.info({ pruned: Object.fromEntries(pruned) }, 'Pruned what is no longer kept')
    } catch (error) {
      log.warn({ err: error }, 'Pruning stopped; it goes on tomorrow')
    }
  }

  return async () => {
    closing.abort()
    callOff()
    await running
  }
}
