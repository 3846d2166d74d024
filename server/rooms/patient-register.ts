import type { Clock } from '#server/host/clock'
import type { PlayerRegister } from './player-register'

/** Longer than this nobody waits at a door for a database that does not answer. */
const patienceMs = 1_000
/** After somebody has waited in vain, so long nobody else does. */
const restMs = 5_000

/**
 * A register whose rulings fail when they take too long: a database that hangs is as good as one that is away. While it is known
 * to hang they fail at once, so that people wait at one door at most.
 */
export function patientRegister(register: PlayerRegister, clock: Clock): PlayerRegister {
  let restsUntil = Number.NEGATIVE_INFINITY
  const silence = () => new Error('the register does not answer')
  return {
    ...register,
    findRuling: (playerId) =>
      new Promise((resolve, reject) => {
        if (clock.now() < restsUntil) return reject(silence())
        const callOff = clock.wakeAt(clock.now() + patienceMs, () => {
          restsUntil = clock.now() + restMs
          reject(silence())
        })
        register.findRuling(playerId).then(resolve, reject).finally(callOff)
      }),
  }
}
