import type { ServerMessage } from '#game/protocol/server-messages'
import type { RoomState } from './room-state'

/** [R19] [R29] Somebody has seen enough of a round's results, or drawn enough. What is about another round is stale. */
export function applyReady(state: RoomState, { playerId, round }: ServerMessage<'ready:said'>): RoomState {
  const { phase } = state
  if (phase?.name !== 'reveal' && phase?.name !== 'drawing') return state
  if (phase.round !== round || !phase.ready || phase.ready.includes(playerId)) return state
  return { ...state, phase: { ...phase, ready: [...phase.ready, playerId] } }
}
