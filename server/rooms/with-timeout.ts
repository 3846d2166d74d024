import type { Clock } from '#server/host/clock'
import type { ModerationStore } from './ports'

const timeoutMs = 1_000
/** After a timeout, so long nobody else waits for one. */
const cooldownMs = 5_000

/**
 * A moderation store whose status fails after a timeout: a database that hangs is as good as one that is away. While it is known
 * to hang, all fail at once (a circuit breaker), so that people wait for one timeout at most.
 */
export function withTimeout(moderation: ModerationStore, clock: Clock): ModerationStore {
  let opensAgainAt = Number.NEGATIVE_INFINITY
  const noAnswer = () => new Error('the moderation store does not answer')
  return {
    ...moderation,
    findStatus: (playerId) =>
      new Promise((resolve, reject) => {
        if (clock.now() < opensAgainAt) return reject(noAnswer())
        const cancel = clock.wakeAt(clock.now() + timeoutMs, () => {
          opensAgainAt = clock.now() + cooldownMs
          reject(noAnswer())
        })
        moderation.findStatus(playerId).then(resolve, reject).finally(cancel)
      }),
  }
}
