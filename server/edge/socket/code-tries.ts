import { createKeyedWindow, createSeenWindow } from '#server/edge/fixed-window'
import { siteOf } from '#server/edge/http/client-address'
import type { Limits } from '#server/edge/limits'
import type { Clock } from '#server/host/clock'

export type CodeTries = {
  /** Whether an address may try a code; to be asked before the room is looked up. */
  mayTry(address: string): boolean
  /** Counts a code that no room has. */
  missed(address: string, code: string): void
}

/**
 * [P7] Rate limit for room codes that do not exist. An address has enough for a class that mistypes. A code counts once, however
 * often it is tried: it reveals nothing new, and a class whose room has closed reloads it together. While many addresses guess,
 * each has a tenth, or half where a player is seated. An IPv6 site (/48) has 65,536 of our addresses, and one count for all.
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
