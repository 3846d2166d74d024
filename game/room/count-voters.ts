import { isComplete } from '#game/voting/ballots'
import { type PhaseOf, presentPlayers, type Room } from './room'

/** [R30] How many players are asked in a vote and are present, and how many of them have answered all that they were asked. */
export function countVoters(
  room: Pick<Room, 'players'>,
  { canvases, ballots }: PhaseOf<'voting'>,
): { voted: number; voters: number } {
  const present = presentPlayers(room).map(({ id }) => id)
  const asked = ballots.filter(({ voter }) => canvases[voter]?.players.some((id) => present.includes(id)))
  return { voted: asked.filter(isComplete).length, voters: asked.length }
}
