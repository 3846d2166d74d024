import { unchanged } from '#game/room/outcome'
import { changeSettings, startGame } from '#game/room/start-game'
import type { PhaseRules } from './phase-rules'

/** Players gather; the host chooses and starts. */
export const lobby: PhaseRules<'lobby'> = {
  nextDeadline: () => Number.POSITIVE_INFINITY,
  expire: unchanged,
  accept(room, _phase, command, now) {
    if (command.type === 'settings:change') return changeSettings(room, command)
    if (command.type === 'game:start') return startGame(room, command, now)
    return null
  },
}
