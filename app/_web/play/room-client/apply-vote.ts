import type { ServerMessage } from '#game/protocol/server-messages'
import type { RoomState } from './room-state'

/** [R30] Somebody has voted. What is about another round is stale. */
export function applyVote(
  state: RoomState,
  { playerId, round, entry }: ServerMessage<'vote:counted'>,
): RoomState {
  const { phase } = state
  if (phase?.name !== 'voting' || phase.round !== round) return state
  const ballots = phase.ballots.map((ballot) =>
    ballot.voter === playerId
      ? {
          ...ballot,
          entries: ballot.entries.map((each, at) => (at === entry ? { ...each, isAnswered: true } : each)),
        }
      : ballot,
  )
  return { ...state, phase: { ...phase, ballots } }
}
