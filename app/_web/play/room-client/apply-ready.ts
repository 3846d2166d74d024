import type { ServerMessage } from '#game/protocol/server-messages'
import type { RoomState } from './room-state'

/** [R19] Somebody has seen enough of a round's results. What is about another round is stale. */
export function applyReady(state: RoomState, { playerId, round }: ServerMessage<'ready:said'>): RoomState {
  const { phase } = state
  if (phase?.name !== 'reveal' || phase.round !== round || phase.ready.includes(playerId)) return state
  return { ...state, phase: { ...phase, ready: [...phase.ready, playerId] } }
}
