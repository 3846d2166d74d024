import type { Clock } from '#server/clock'
import type { PlayerRegister } from './player-register'

/** Longer than this nobody waits at a door for a database that does not answer. */
const patienceMs = 1_000

/** A register whose rulings fail when they take too long: a database that hangs is as good as one that is away. */
export function patientRegister(register: PlayerRegister, clock: Clock): PlayerRegister {
  return {
    ...register,
    findRuling: (playerId) =>
      new Promise((resolve, reject) => {
        const callOff = clock.wakeAt(clock.now() + patienceMs, () =>
          reject(new Error('the register does not answer')),
        )
        register.findRuling(playerId).then(resolve, reject).finally(callOff)
      }),
  }
}
