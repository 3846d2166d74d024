import { createFixedWindow } from '#server/edge/fixed-window'
import { siteOf } from '#server/edge/http/client-address'
import type { Limits } from '#server/edge/limits'
import type { Clock } from '#server/host/clock'
import { createSignInQueue } from './sign-in-queue'
import { createTriesMemory, type Tries } from './sign-in-tries'

export type SignInAttempt = {
  readonly password: string
  /** As `addressKey` makes it. */
  readonly address: string
  /** By what a browser that has signed in before is known; null for any other. */
  readonly device: string | null
}

export type SignInResult = { readonly is: 'right' | 'wrong' } | { readonly is: 'wait'; readonly ms: number }

export type SignInGuard = {
  /** Checks a password, unless too many have been tried; then it is not looked at, and counts for nothing. */
  attempt(attempt: SignInAttempt): Promise<SignInResult>
}

/** Where a password comes from, and how many wrong ones cost no wait there. */
type Source = { readonly key: string; readonly free: number }

const hourMs = 3_600_000

/**
 * Keeps passwords from being guessed, and nobody from signing in. Each address has a back-off of its own that doubles with each
 * wrong password, as has each IPv6 site, and each browser that has signed in before, wherever it is. All others share one queue,
 * in which passwords are checked one after the other with pauses; guessers make it slower, and cannot close it.
 */
export function createSignInGuard(
  isPassword: (password: string) => Promise<boolean>,
  { clock, limits }: { clock: Clock; limits: Limits },
): SignInGuard {
  const wrongOfStrangers = createFixedWindow(clock, hourMs)
  const strangers = createSignInQueue({ clock, pauseMs, mostWaiting: limits.signInsWaiting })
  const { recall, forget } = createTriesMemory(clock, limits)

  function pauseMs(): number {
    const grown = wrongOfStrangers.add(0) * limits.signInPausePerWrongMs
    return Math.min(Math.max(limits.signInPauseMs, grown), limits.signInPauseMostMs)
  }

  /** The widest comes first: who has to wait with their site is not remembered besides. */
  function sourcesOf({ address, device }: SignInAttempt): Source[] {
    const free = limits.signInsBeforeBackoff
    if (device !== null) return [{ key: `device ${device}`, free }]
    const site = siteOf(address)
    const ofSite = site === null ? [] : [{ key: `site ${site}`, free: limits.signInsOfSiteBeforeBackoff }]
    return [...ofSite, { key: `address ${address}`, free }]
  }

  /** Counts a password as wrong until it is known to be right, so that many at once are no way round the back-off. */
  function charge(tries: Tries, free: number): void {
    const late = ++tries.wrong - free
    const ms = late < 0 ? 0 : Math.min(limits.signInBackoffMs * 2 ** late, limits.signInBackoffMostMs)
    tries.notBefore = clock.now() + ms
  }

  function takeBack(tries: Tries): void {
    tries.wrong--
    tries.notBefore = clock.now()
  }

  async function checkStranger(password: string): Promise<boolean> {
    const isRight = await isPassword(password)
    if (!isRight) wrongOfStrangers.add()
    return isRight
  }

  return {
    async attempt(attempt) {
      const { password, device } = attempt
      const sources = sourcesOf(attempt)
      const charged: Tries[] = []
      for (const { key } of sources) {
        const tries = recall(key)
        const waitMs = tries.notBefore - clock.now()
        if (waitMs > 0) return { is: 'wait', ms: waitMs }
        charged.push(tries)
      }
      charged.forEach((tries, index) => {
        charge(tries, sources[index]?.free ?? 0)
      })
      const since = Math.max(...charged.map(({ waitsSince }) => waitsSince))
      const isRight = await (device === null
        ? strangers.run(since, () => checkStranger(password))
        : isPassword(password))
      if (isRight === 'full') {
        charged.forEach(takeBack)
        return { is: 'wait', ms: pauseMs() * limits.signInsWaiting }
      }
      for (const tries of charged) tries.waitsSince = tries.notBefore
      if (isRight) for (const { key } of sources) forget(key)
      return { is: isRight ? 'right' : 'wrong' }
    },
  }
}
