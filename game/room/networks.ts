import type { PlayerId } from '#game/protocol/scalars'
import { findPlayer, type Room } from './room'

/**
 * [F8] Where a seat was taken from: a keyed hash that is the same for all seats of one address, and from which the address cannot
 * be had. It is kept for as long as its room; the record of a game says only who shared one.
 */
export type Arrival = { readonly playerId: PlayerId; readonly network: string }

/** From how many networks one seat is remembered; the newest stay. */
const mostNetworks = 16

/** Remembers the network mark of a seat as long as its player has it or is in the present game. */
export function noteArrival(room: Room, arrival: Arrival): Room {
  const isNeeded = ({ playerId }: Arrival) =>
    findPlayer(room, playerId) !== undefined || room.game?.players.some(({ id }) => id === playerId)
  const isSame = (other: Arrival) => other.playerId === arrival.playerId && other.network === arrival.network
  const others = room.arrivals.filter((other) => isNeeded(other) && !isSame(other))
  const own = others.filter(({ playerId }) => playerId === arrival.playerId)
  const forgotten = own.length < mostNetworks ? undefined : own[0]
  return { ...room, arrivals: [...others.filter((other) => other !== forgotten), arrival] }
}

/** [F8] A number for each player; those who share an address, be it through somebody else, have the same one. */
export function groupByNetwork(
  arrivals: readonly Arrival[],
  players: readonly PlayerId[],
): ReadonlyMap<PlayerId, number> {
  const groups = new Map(players.map((id, index) => [id, index]))
  for (const network of new Set(arrivals.map((arrival) => arrival.network))) {
    const here = arrivals.filter((arrival) => arrival.network === network)
    const shared = here.flatMap(({ playerId }) => groups.get(playerId) ?? [])
    const least = Math.min(...shared)
    for (const [id, group] of groups) if (shared.includes(group)) groups.set(id, least)
  }
  return groups
}
