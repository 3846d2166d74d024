import type { PlayerId } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import { groupByNetwork } from './networks'
import { type Player, presentPlayers, type Room } from './room'

/** The votes against a player that count now: not those of spectators and of players who are away. */
export function votersAgainst(room: Room, { votesAgainst }: Pick<Player, 'votesAgainst'>): PlayerId[] {
  return presentPlayers(room)
    .map((player) => player.id)
    .filter((voter) => votesAgainst.includes(voter))
}

/**
 * [R11] Whether more than half of the others would have a player sent away. Those of one address have one voice together, so
 * that nobody brings a majority along; where all share one, as in a school, each has their own. All of a school are enough to send
 * away the only stranger among them.
 */
export function isOutvoted(room: Room, accused: Player): boolean {
  const present = presentPlayers(room).map(({ id }) => id)
  const others = present.filter((id) => id !== accused.id)
  const networks = groupByNetwork(room.arrivals, [...others, accused.id])
  const isOfOneAddress = new Set(networks.values()).size === 1
  const voters = votersAgainst(room, accused)
  const voices = isOfOneAddress
    ? others.map((id) => [id])
    : [...new Set(others.map((id) => networks.get(id)))].map((network) =>
        others.filter((id) => networks.get(id) === network),
      )
  const against = voices.filter((members) =>
    isMajority(
      members.filter((id) => voters.includes(id)),
      members,
    ),
  )
  // A majority of two or more voices is at least two, so this matters only where a school has the single voice.
  const fewest = others.length >= settings.minSchoolToKick ? 1 : settings.minVotesToKick
  return against.length >= fewest && isMajority(against, voices)
}

function isMajority(some: readonly unknown[], all: readonly unknown[]): boolean {
  return some.length * 2 > all.length
}
