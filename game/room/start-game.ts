import { presentEdition } from '#game/drawing/editions'
import type { CommandOf } from './command'
import type { GameGhosts, Ghost, GhostRace } from './ghosts'
import { modeOf } from './modes'
import { type Outcome, refuse, viewChanged } from './outcome'
import { beginCountdown } from './phases/countdown'
import { presentPlayers, type Room } from './room'
import { freeColour, takenColours } from './seats'
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
  // [R25] Somebody has come while ghosts were looked for.
  if (command.ghosts && present > 1) return refuse(room, 'not-now')
  const game = {
    id: command.gameId,
    seed: command.seed,
    judge: command.judge,
    edition: command.edition ?? presentEdition,
    tempo: command.tempo ?? presentTempo,
    settings: room.settings,
    daily: command.daily ?? null,
    ...(command.ghosts && { ghosts: seatGhosts(room, command.ghosts) }),
    startedAt: now,
    round: 0,
    players: [],
    standings: [],
    rounds: [],
  }
  const { isWithoutGhosts: _, ...begun } = room
  return viewChanged({ ...begun, game, phase: beginCountdown(game, now) })
}

/** Each ghost has an ink that nobody else plays with. */
function seatGhosts(room: Room, race: GhostRace): GameGhosts {
  const taken = new Set(takenColours(room))
  const racers = race.racers.map((ghost): Ghost => {
    const colour = freeColour(taken, ghost.player.colour)
    taken.add(colour)
    return { ...ghost, player: { ...ghost.player, colour } }
  })
  return { ...race, racers, standings: [] }
}

/** [R25] What the shell found for who waits alone: nothing. */
export function goWithoutGhosts(room: Room): Outcome {
  return viewChanged({ ...room, isWithoutGhosts: true })
}
