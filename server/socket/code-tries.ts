import type { Clock } from '#server/clock'
import { createKeyedWindow } from '#server/fixed-window'
import { siteOf } from '#server/http/client-address'
import type { Limits } from '#server/limits'

export type CodeTries = {
  /** Whether a code may be tried from there; to be asked before anybody looks whether a room has it. */
  mayTry(address: string): boolean
  /** No room had it. */
  missed(address: string): void
}

/**
 * [P7] How often room codes are missed. One address has enough for a class that mistypes. While many addresses guess together,
 * each has a tenth of that. An IPv6 site has 65,536 of our addresses, and one count for all of them.
 */
export function createCodeTries(clock: Clock, limits: Limits): CodeTries {
  const addresses = createKeyedWindow(clock, limits.missedCodesWindowMs)
  const sites = createKeyedWindow(clock, limits.missedCodesWindowMs)
  let guardedUntil = Number.NEGATIVE_INFINITY

  return {
    mayTry(address) {
      const site = siteOf(address)
      const share = clock.now() < guardedUntil ? limits.guardedShare : 1
      const isAddressIn = addresses.count(address) < limits.missedCodesPerAddress * share
      return isAddressIn && (site === null || sites.count(site) < limits.missedCodesPerSite * share)
    },
    missed(address) {
      const site = siteOf(address)
      addresses.add(address)
      if (site !== null) sites.add(site)
      if (addresses.total >= limits.missedCodesOfAll) guardedUntil = clock.now() + limits.missedCodesGuardMs
    },
  }
}
