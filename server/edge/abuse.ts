import type { Logger } from 'pino'
import type { Clock } from '#server/host/clock'
import { createKeyedWindow } from './fixed-window'
import type { Source } from './http/client-address'
import type { Limits } from './limits'
import type { Metrics, Termination } from './operations/metrics'

export type Abuse = {
  /** A connection was terminated. @param address as limits count it @param details of this one */
  terminated(reason: Termination, address: string, details?: object): void
  /**
   * A connection was terminated for a flood, which is held against its address, unless a proxy that nobody told us of stands there
   * for many. Nothing else is held against any: what a slow network or a held key does is done by players, too.
   */
  flooded(source: Source, details?: object): void
  /** Whether connections from an address flood over and over, whoever stands there. */
  isFlooding(address: string): boolean
  /** Whether an address has flooded so often that it is answered nothing but a refusal for now. */
  isBarred(address: string): boolean
}

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
  const ownFloods = createKeyedWindow(clock, lineMs)
  const isOften = (count: number) => count >= limits.floodsPerAddressPerMinute
  const more = new Map<string, number>()

  function terminated(reason: Termination, address: string, details?: object): void {
    metrics.terminated(reason)
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
      if (further) log.warn({ ...about, count: further }, 'More connections were terminated within a minute')
    })
  }

  return {
    terminated,
    flooded({ address, isShared }, details) {
      floods.add(address)
      if (!isShared) ownFloods.add(address)
      terminated('flood', address, details)
    },
    isFlooding: (address) => isOften(floods.count(address)),
    isBarred: (address) => isOften(ownFloods.count(address)),
  }
}
