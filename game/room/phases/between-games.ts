import type { PlayerId } from '#game/protocol/scalars'
import { type Outcome, type PhaseRules, refuse, unchanged, viewChanged } from '#game/room/outcome'
import { findPlayer, type PhaseOf, presentPlayers, type Room } from '#game/room/room'
import { changeSettings, goWithoutGhosts, startGame } from '#game/room/start-game'

/** Players gather; the host chooses and starts. */
export const lobby: PhaseRules<'lobby'> = {
  nextDeadline: () => Number.POSITIVE_INFINITY,
  expire: unchanged,
  accept(room, _phase, command, now) {
    if (command.type === 'settings:change') return changeSettings(room, command)
    if (command.type === 'game:start') return startGame(room, command, now)
    return command.type === 'ghosts:none' ? goWithoutGhosts(room) : null
  },
}

/** The podium. The host starts again at once, or opens the lobby to choose anew; all others ask for a rematch. */
export const finished: PhaseRules<'finished'> = {
  nextDeadline: () => Number.POSITIVE_INFINITY,
  expire: unchanged,
  accept(room, phase, command, now) {
    if (command.type === 'game:start') return startGame(room, command, now)
    if (command.type === 'rematch:ask') return askRematch(room, phase, command.playerId)
    if (command.type !== 'lobby:open') return null
    if (command.playerId !== room.hostId) return refuse(room, 'not-host')
    return viewChanged({ ...room, game: null, phase: { name: 'lobby' } })
  },
}

/**
 * [R20] A rematch begins when more than half of the players who are present have asked for one. It is counted when somebody asks, also
 * for the second time: the server may have been killed before the game began.
 */
function askRematch(room: Room, phase: PhaseOf<'finished'>, playerId: PlayerId): Outcome {
  const player = findPlayer(room, playerId)
  if (!player) return refuse(room, 'not-seated')
  if (player.isSpectator) return refuse(room, 'not-playing')
  // A try of the day is begun by its player alone [R13].
  if (room.isDaily) return refuse(room, 'daily-settings')
  const hasAsked = phase.rematch.includes(playerId)
  const rematch = hasAsked ? phase.rematch : [...phase.rematch, playerId]
  const asked = hasAsked ? unchanged(room) : viewChanged({ ...room, phase: { ...phase, rematch } })
  const present = presentPlayers(room)
  const isMajority = present.filter(({ id }) => rematch.includes(id)).length * 2 > present.length
  return isMajority ? { ...asked, events: [...asked.events, { type: 'game:due' }] } : asked
}
