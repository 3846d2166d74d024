import type { Tally } from '#game/protocol/server-messages'
import { hasWon } from '#game/records/has-won'

/** Who is in no team may leave it out. */
export type ShownStanding = Pick<Tally[number], 'playerId' | 'name' | 'colour' | 'score' | 'rank'> & {
  readonly team?: number | null
}

/** What is ranked: a player, or a team with all its members. */
export type Side = {
  readonly key: string
  /** Index of the team; null for a player. */
  readonly team: number | null
  readonly members: readonly Pick<ShownStanding, 'playerId' | 'name' | 'colour'>[]
  readonly score: number
  readonly rank: number
}

/** @returns players and teams, the best first. A place is shared by those with equal points unless their rank tells them apart. */
export function sidesOf(standings: readonly ShownStanding[]): Side[] {
  const keyOf = ({ team = null, playerId }: ShownStanding) => (team === null ? playerId : `team ${team}`)
  const best = [...new Map([...standings].reverse().map((each) => [keyOf(each), each])).values()].reverse()
  const sides = best.map((first) => ({
    key: keyOf(first),
    team: first.team ?? null,
    members: standings.filter((each) => keyOf(each) === keyOf(first)),
    score: first.score,
    rank: 1 + best.filter((other) => other.rank < first.rank).length,
  }))
  return sides.sort((one, other) => one.rank - other.rank)
}

/** @returns the sides that have won [S21]; none where nobody has */
export function winnersOf(sides: readonly Side[]): Side[] {
  return sides.filter((side) => hasWon(side, sides))
}

/** Whether anybody belongs on a podium: where nobody has a point, nobody is better than anybody. */
export function hasPoints(standings: readonly ShownStanding[]): boolean {
  return standings.some(({ score }) => score > 0)
}

export function isIn({ members }: Pick<Side, 'members'>, playerId: string): boolean {
  return members.some((member) => member.playerId === playerId)
}
