import { useRoom } from '../room-client/use-room'

/** How many have voted on all that they were asked about, and how many were asked who are there. */
export function useVoteCount(): { voted: number; voters: number } {
  const ballots = useRoom(({ phase }) => (phase?.name === 'voting' ? phase.ballots : null))
  const seats = useRoom(({ room }) => room?.seats)
  const asked = (ballots ?? []).filter(({ voter }) =>
    seats?.some(({ id, isConnected, isSpectator }) => id === voter && isConnected && !isSpectator),
  )
  const voted = asked.filter(({ entries }) => entries.every(({ isAnswered }) => isAnswered))
  return { voted: voted.length, voters: asked.length }
}
