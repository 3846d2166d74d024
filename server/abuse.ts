import type { Logger } from 'pino'
import type { Clock } from './clock'
import { createKeyedWindow } from './fixed-window'
import type { Limits } from './limits'
import type { Metrics, Termination } from './metrics/metrics'

export type Abuse = {
  /** A connection was terminated. @param address as limits count it @param details of this one */
  terminated(reason: Termination, address: string, details?: object): void
  /** Whether an address has flooded so often that it may open no connection for now. */
  isBarred(address: string): boolean
}

/** What is counted against an address. */
const hostile: readonly Termination[] = ['flood', 'refusals']

/** How long one line stands for all of its kind, and floods are held against an address. */
const lineMs = 60_000
/** Of addresses and reasons that have a line of their own in a minute; all beyond share one. */
const maxLines = 1_000

/**
 * Counts and logs what was terminated: for each address and reason one line at once, and after a minute one with how many more
 * there were. Nobody fills a disk with them.
 */
export function createAbuse(
  clock: Clock,
  { log, metrics, limits }: { log: Logger; metrics: Pick<Metrics, 'terminated'>; limits: Limits },
): Abuse {
  const floods = createKeyedWindow(clock, lineMs)
  const more = new Map<string, number>()

  return {
    terminated(reason, address, details) {
      metrics.terminated(reason)
      if (hostile.includes(reason)) floods.add(address)
      const isOwn = more.size < maxLines || more.has(`${reason} ${address}`)
      const about = { reason, address: isOwn ? address : 'others' }
      const key = `${about.reason} ${about.address}`
      const count = more.get(key)
      more.set(key, (count ?? -1) + 1)
      if (count !== undefined) return
      log.warn({ ...about, ...details }, 'A connection was terminated')
      clock.wakeAt(clock.now() + lineMs, () => {
        const further = more.get(key)
        more.delete(key)
        if (further)
          log.warn({ ...about, count: further }, 'More connections were terminated within a minute')
      })
    },
    isBarred: (address) => floods.count(address) >= limits.floodsPerAddressPerMinute,
  }
}
