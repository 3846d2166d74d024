import type { Clock } from '#server/clock'
import type { Limits } from '#server/limits'
import { createSignInQueue } from './sign-in-queue'

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

type Tries = { wrong: number; notBefore: number; waitsSince: number }

/**
 * Keeps passwords from being guessed, and nobody from signing in. Each address has a back-off of its own that doubles with each
 * wrong password, and so has each browser that has signed in before, wherever it is. All others share one queue, in which
 * passwords are checked one after the other with pauses; guessers make it longer, and cannot close it.
 */
export function createSignInGuard(
  isPassword: (password: string) => Promise<boolean>,
  { clock, limits }: { clock: Clock; limits: Limits },
): SignInGuard {
  const { signInPauseMs, signInsWaiting } = limits
  const strangers = createSignInQueue({ clock, pauseMs: signInPauseMs, mostWaiting: signInsWaiting })
  const known = new Map<string, Tries>()

  /** The longest untried goes when there are too many. */
  function recall(key: string): Tries {
    const tries = known.get(key) ?? { wrong: 0, notBefore: 0, waitsSince: clock.now() }
    known.delete(key)
    known.set(key, tries)
    const [oldest] = known.keys()
    if (known.size > limits.signInAddresses && oldest !== undefined) known.delete(oldest)
    return tries
  }

  /** Counts a password as wrong until it is known to be right, so that many at once are no way round the back-off. */
  function charge(tries: Tries): void {
    const late = ++tries.wrong - limits.signInsBeforeBackoff
    const ms = late < 0 ? 0 : Math.min(limits.signInBackoffMs * 2 ** late, limits.signInBackoffMostMs)
    tries.notBefore = clock.now() + ms
  }

  function takeBack(tries: Tries): void {
    tries.wrong--
    tries.notBefore = clock.now()
  }

  return {
    async attempt({ password, address, device }) {
      const key = device === null ? `address ${address}` : `device ${device}`
      const tries = recall(key)
      const waitMs = tries.notBefore - clock.now()
      if (waitMs > 0) return { is: 'wait', ms: waitMs }

      charge(tries)
      const check = () => isPassword(password)
      const isRight = await (device === null ? strangers.run(tries.waitsSince, check) : check())
      if (isRight === 'full') {
        takeBack(tries)
        return { is: 'wait', ms: signInPauseMs * signInsWaiting }
      }
      if (isRight) known.delete(key)
      else tries.waitsSince = tries.notBefore
      return { is: isRight ? 'right' : 'wrong' }
    },
  }
}
