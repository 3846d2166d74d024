import type { IncomingMessage } from 'node:http'
import type { Abuse } from '#server/edge/abuse'
import { createKeyedWindow } from '#server/edge/fixed-window'
import type { Limits } from '#server/edge/limits'
import { rateLimit } from '#server/edge/socket/rate-limits'
import type { Clock } from '#server/host/clock'

const minuteMs = 60_000

type HttpLimitParts = { readonly clock: Clock; readonly limits: Limits; readonly abuse: Abuse }

/** Rate limits of HTTP requests for each address: pages in all, and what the API changes or reads at some cost. */
export function createHttpLimits({ clock, limits, abuse }: HttpLimitParts) {
  const pages = createKeyedWindow(clock, minuteMs)
  const perMinute = (points: number) => rateLimit(clock, points, minuteMs)
  /** Longer prefixes first. */
  const rates = [
    { path: '/api/player/recover', method: 'POST', rate: perMinute(limits.recoveriesPerAddressPerMinute) },
    { path: '/api/player/erase', method: 'POST', rate: perMinute(limits.erasuresPerAddressPerMinute) },
    { path: '/api/player/data', method: 'GET', rate: perMinute(limits.downloadsPerAddressPerMinute) },
    { path: '/api/player', method: 'POST', rate: perMinute(limits.namesPerAddressPerMinute) },
  ]

  return {
    /** Counts a request. @param isFile whether it is for a static file, which costs next to nothing */
    allows({ method, url }: IncomingMessage, address: string, isFile: boolean): boolean {
      if (abuse.isBlocked(address)) return false
      if (!isFile && pages.add(address) > limits.pagesPerAddressPerMinute) return false
      const asked = method === 'HEAD' ? 'GET' : method
      const limited = rates.find((each) => each.method === asked && url?.startsWith(each.path))
      return !limited || limited.rate.allows(address)
    },
  }
}
