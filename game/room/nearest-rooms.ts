import type { PlayerId } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import { presentPlayers, type Room } from './room'

/**
 * [R25] Public rooms in the order in which somebody is to try them: the nearest by rating first, in steps of `ratingStep`, then the
 * fullest. However far away, a room with people in it comes before an empty one.
 * @param own the rating of who looks for a room
 * @param ratingOf that of everybody else
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
