import { createKeyedWindow, createSeenWindow } from '#server/edge/fixed-window'
import { siteOf } from '#server/edge/http/client-address'
import type { Limits } from '#server/edge/limits'
import type { Clock } from '#server/host/clock'

export type CodeTries = {
  /** Whether a code may be tried from there; to be asked before anybody looks whether a room has it. */
  mayTry(address: string): boolean
  /** No room had it. */
  missed(address: string, code: string): void
}

/**
 * [P7] How many codes are missed. One address has enough for a class that mistypes; one code counts once, however often it is
 * missed, for that tells a guesser nothing, and a class whose room has closed reloads it together. While many addresses guess
 * together, each has a tenth, or half where somebody has a seat. An IPv6 site has 65,536 of our addresses, and one count for all
 * of them.
 * @param hasSeat whether a player from an address has a seat in some room
 */
export function createCodeTries(
  clock: Clock,
  limits: Limits,
  hasSeat: (address: string) => boolean,
): CodeTries {
  const addresses = createKeyedWindow(clock, limits.missedCodesWindowMs)
  const sites = createKeyedWindow(clock, limits.missedCodesWindowMs)
  const seen = createSeenWindow(clock, limits.missedCodesWindowMs)
  let guardedUntil = Number.NEGATIVE_INFINITY

  function shareOf(address: string): number {
    if (clock.now() >= guardedUntil) return 1
    return hasSeat(address) ? limits.guardedSeatedShare : limits.guardedShare
  }

  return {
    mayTry(address) {
      const site = siteOf(address)
      const share = shareOf(address)
      const isAddressIn = addresses.count(address) < limits.missedCodesPerAddress * share
      return isAddressIn && (site === null || sites.count(site) < limits.missedCodesPerSite * share)
    },
    missed(address, code) {
      const site = siteOf(address)
      if (site !== null && seen.isNew(`${site} ${code}`)) sites.add(site)
      if (!seen.isNew(`${address} ${code}`)) return
      addresses.add(address)
      if (addresses.total >= limits.missedCodesOfAll) guardedUntil = clock.now() + limits.missedCodesGuardMs
    },
  }
}
