import type { RandomState } from '#game/prompts/random'
import { shuffle } from '#game/prompts/random'
import type { ModeName, PlayerId, RoomSettings } from '#game/protocol/scalars'
import { settings } from '#game/settings'

/** All in which modes differ. */
export type Mode = {
  readonly roundsOf: (settings: RoomSettings) => number
  /** Who shares a canvas. */
  readonly seat: (players: readonly PlayerId[], random: RandomState) => readonly (readonly PlayerId[])[]
  /** What a lock brings: the end of the canvas's round, after the pen has finished; or the next prompt, at once. */
  readonly afterLock: 'finish' | 'next'
  /** Does the pen go round among those who share a canvas? */
  readonly passesPen: boolean
  /**
   * [R29] Has everybody a digit of their own, which nobody else is told? Then nothing locks: the others vote which digit it is.
   */
  readonly isVotedOn: boolean
  /** For fewer it does not begin. */
  readonly leastPlayers: number
}

/** One prompt a round; everybody draws it at the same time on a canvas of their own. */
const race: Mode = {
  roundsOf: (settings) => settings.rounds,
  seat: (players) => players.map((player) => [player]),
  afterLock: 'finish',
  passesPen: false,
  isVotedOn: false,
  leastPlayers: 1,
}

/** One round, one sequence of prompts for all; each lock brings the next at once. */
const rush: Mode = {
  roundsOf: () => 1,
  seat: (players) => players.map((player) => [player]),
  afterLock: 'next',
  passesPen: false,
  isVotedOn: false,
  leastPlayers: 1,
}

/** Teams of two to four share a canvas and a sequence of prompts; the pen goes round. */
const relay: Mode = {
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
  isVotedOn: false,
  leastPlayers: 1,
}

/** Each draws a digit that people read and the judge does not; then they vote on what the others drew. */
const fool: Mode = { ...race, isVotedOn: true, leastPlayers: 2 }

const modes: Record<ModeName, Mode> = { race, rush, relay, fool }

export function modeOf({ mode }: RoomSettings): Mode {
  return modes[mode]
}
