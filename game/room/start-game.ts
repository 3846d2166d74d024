import { presentEdition } from '#game/drawing/editions'
import type { CommandOf } from './command'
import { modeOf } from './modes'
import { type Outcome, refuse, viewChanged } from './outcome'
import { beginCountdown } from './phases/countdown'
import { presentPlayers, type Room } from './room'
import { presentTempo } from './tempo'

/** [R5] Only the host chooses. [R13] In a daily challenge nobody does. */
export function changeSettings(room: Room, command: CommandOf<'settings:change'>): Outcome {
  if (command.playerId !== room.hostId) return refuse(room, 'not-host')
  if (room.isDaily) return refuse(room, 'daily-settings')
  const { settings } = command
  return viewChanged({ ...room, settings, hasBeenPublic: room.hasBeenPublic || settings.isPublic })
}

/** [R5] [R7] Only the host starts, and only for somebody to play. */
export function startGame(room: Room, command: CommandOf<'game:start'>, now: number): Outcome {
  if (command.playerId !== room.hostId) return refuse(room, 'not-host')
  const present = presentPlayers(room).length
  if (present === 0) return refuse(room, 'nobody-to-play')
  if (present < modeOf(room.settings).leastPlayers) return refuse(room, 'too-few-players')
  const game = {
    id: command.gameId,
    seed: command.seed,
    judge: command.judge,
    edition: command.edition ?? presentEdition,
    tempo: command.tempo ?? presentTempo,
    settings: room.settings,
    daily: command.daily ?? null,
    startedAt: now,
    round: 0,
    players: [],
    standings: [],
    rounds: [],
  }
  return viewChanged({ ...room, game, phase: beginCountdown(game, now) })
}
