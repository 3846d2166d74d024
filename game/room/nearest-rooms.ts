import type { PlayerId } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import { presentPlayers, type Room } from './room'

/**
 * [R25] Matchmaking of quick play: sorts public rooms by the distance of their mean rating, in steps of `ratingStep`, then by the number
 * of players. An empty room comes after all others.
 * @param own the rating of the player who looks for a room
 * @param ratingOf the rating of any other player
 */
export function nearestRooms<Known extends { readonly room: Room }>(
  rooms: readonly Known[],
  own: number,
  ratingOf: (playerId: PlayerId) => number,
): Known[] {
  const stepsTo = ({ room }: Known) => {
    const ratings = presentPlayers(room).map(({ id }) => ratingOf(id))
    const mean = ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length
    return ratings.length === 0
      ? Number.POSITIVE_INFINITY
      : Math.floor(Math.abs(mean - own) / settings.ratingStep)
  }
  const keyed = rooms.map((known) => ({ known, steps: stepsTo(known), players: known.room.players.length }))
  return keyed
    .sort((one, other) => Math.sign(one.steps - other.steps || 0) || other.players - one.players)
    .map(({ known }) => known)
}
