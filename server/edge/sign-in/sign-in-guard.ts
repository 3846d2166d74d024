import { createFixedWindow } from '#server/edge/fixed-window'
import { siteOf } from '#server/edge/http/client-address'
import type { Limits } from '#server/edge/limits'
import type { Clock } from '#server/host/clock'
import { createSignInQueue } from './sign-in-queue'
import { createTriesMemory, type Tries } from './sign-in-tries'

export type SignInAttempt = {
  readonly password: string
  /** As `addressKey` gives it. */
  readonly address: string
  /** The id of a browser that has signed in before; null for any other. */
  readonly device: string | null
}

export type SignInResult = { readonly is: 'right' | 'wrong' } | { readonly is: 'wait'; readonly ms: number }

export type SignInGuard = {
  /** Checks a password. During a backoff it is not checked, and does not count. */
  attempt(attempt: SignInAttempt): Promise<SignInResult>
}

/** A source of passwords with a backoff of its own, and how many wrong ones are free. */
type PasswordSource = { readonly key: string; readonly free: number }

const hourMs = 3_600_000

/**
 * Protects the admin's password from guessing, without locking the admin out. Each address has an exponential backoff, as has each
 * IPv6 site, and each browser that has signed in before, wherever it is. Browsers that have never signed in share one queue, in which
 * passwords are checked one after the other with pauses; guessers slow it down, and cannot block it.
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

  /** The widest comes first: an address whose site has to wait is not remembered itself. */
  function sourcesOf({ address, device }: SignInAttempt): PasswordSource[] {
    const free = limits.signInsBeforeBackoff
    if (device !== null) return [{ key: `device ${device}`, free }]
    const site = siteOf(address)
    const ofSite = site === null ? [] : [{ key: `site ${site}`, free: limits.signInsOfSiteBeforeBackoff }]
    return [...ofSite, { key: `address ${address}`, free }]
  }

  /** Counts a password as wrong until it has proved right, so that concurrent attempts do not bypass the backoff. */
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
