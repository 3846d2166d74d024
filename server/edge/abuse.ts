import type { Logger } from 'pino'
import type { Clock } from '#server/host/clock'
import { createKeyedWindow } from './fixed-window'
import type { ClientSource } from './http/client-address'
import type { Limits } from './limits'
import type { Metrics, Termination } from './operations/metrics'

export type Abuse = {
  /** A connection was terminated. @param address as limits count it @param details of this one */
  terminated(reason: Termination, address: string, details?: object): void
  /**
   * A connection was terminated for a flood, which counts against its address, unless an untrusted proxy stands there for many
   * clients. No other reason counts: a slow network or a held key causes those for honest players, too.
   */
  flooded(source: ClientSource, details?: object): void
  /** Whether an address floods again and again, also through an untrusted proxy. */
  isFlooding(address: string): boolean
  /** Whether an address has flooded so often that every request of it is refused for now. */
  isBlocked(address: string): boolean
}

/** The window in which equal log lines are aggregated and floods are counted. */
const lineMs = 60_000
/** Pairs of address and reason with a line of their own in a window; all others share one. */
const maxLines = 1_000

/**
 * Counts and logs terminated connections. The log is throttled: for each address and reason one line at once, and after a minute
 * one with the number of further ones, so that an attacker cannot fill the disk.
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
    isBlocked: (address) => isOften(ownFloods.count(address)),
  }
}
