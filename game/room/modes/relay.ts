import { shuffle } from '#game/prompts/random'
import type { PlayerId } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import type { Mode } from './mode'

/** Teams of two to four share a canvas and a sequence of prompts; the pen goes round. */
export const relayMode: Mode = {
  roundsOf: () => 1,
  seat(players, random) {
    const [order] = shuffle(players, random)
    const teamCount = Math.max(1, Math.ceil(players.length / settings.maxTeamPlayers))
    const teams: PlayerId[][] = Array.from({ length: teamCount }, () => [])
    for (const [index, player] of order.entries()) teams[index % teamCount]?.push(player)
    return teams.filter((team) => team.length > 0)
  },
  afterLock: 'next',
  passesPen: true,
}
