import type { ServerMessage } from '#game/protocol/server-messages'
import { ownCanvasOf, type RoomState } from './room-state'

/** [R30] Marks an entry of a ballot as answered. A message about another round is stale. */
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

/** [R19] [R29] Marks a player as ready. A message about another round is stale. */
export function applyReady(state: RoomState, { playerId, round }: ServerMessage<'ready:said'>): RoomState {
  const { phase } = state
  if (phase?.name !== 'reveal' && phase?.name !== 'drawing') return state
  if (phase.round !== round || !phase.ready || phase.ready.includes(playerId)) return state
  return { ...state, phase: { ...phase, ready: [...phase.ready, playerId] } }
}

/** [R29] Adds the player's secret digit to the own canvas; the broadcast view does not have it. One for another round is stale. */
export function applySecret(state: RoomState): RoomState {
  const { phase, secret, canvases } = state
  const index = ownCanvasOf(state)
  const canvas = canvases[index]
  if (!secret || !canvas || canvas.prompt !== null || !phase || !('round' in phase)) return state
  if (secret.gameStartedAt !== phase.gameStartedAt || secret.round !== phase.round) return state
  return { ...state, canvases: canvases.with(index, { ...canvas, prompt: secret.digit }) }
}
