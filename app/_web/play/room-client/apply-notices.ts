import type { ServerMessage } from '#game/protocol/server-messages'
import type { RoomState } from './room-state'

/** [R30] Marks an entry of the own ballot as answered. A message about another round is stale. */
export function applyVote(state: RoomState, { round, entry }: ServerMessage<'vote:counted'>): RoomState {
  const { phase } = state
  if (phase?.name !== 'voting' || phase.round !== round || !phase.ballot) return state
  const ballot = phase.ballot.map((each, at) => (at === entry ? { ...each, isAnswered: true } : each))
  return { ...state, phase: { ...phase, ballot } }
}

/** [R30] How many have voted. A message about another round is stale. */
export function applyVoters(
  state: RoomState,
  { round, voted, voters }: ServerMessage<'voters:counted'>,
): RoomState {
  const { phase } = state
  if (phase?.name !== 'voting' || phase.round !== round) return state
  return { ...state, phase: { ...phase, voted, voters } }
}

/** [R19] [R29] Marks a player as ready. A message about another round is stale. */
export function applyReady(state: RoomState, { playerId, round }: ServerMessage<'ready:said'>): RoomState {
  const { phase } = state
  if (phase?.name !== 'reveal' && phase?.name !== 'drawing') return state
  if (phase.round !== round || !phase.ready || phase.ready.includes(playerId)) return state
  return { ...state, phase: { ...phase, ready: [...phase.ready, playerId] } }
}
