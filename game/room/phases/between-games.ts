import { refuse, unchanged, viewChanged } from '#game/room/outcome'
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

/** The podium. The host starts again at once, or opens the lobby to choose anew. */
export const finished: PhaseRules<'finished'> = {
  nextDeadline: () => Number.POSITIVE_INFINITY,
  expire: unchanged,
  accept(room, _phase, command, now) {
    if (command.type === 'game:start') return startGame(room, command, now)
    if (command.type !== 'lobby:open') return null
    if (command.playerId !== room.hostId) return refuse(room, 'not-host')
    return viewChanged({ ...room, game: null, phase: { name: 'lobby' } })
  },
}
