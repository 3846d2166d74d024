import type { ServerMessage } from '#game/protocol/server-messages'
import { ownCanvasOf, type RoomState } from './room-state'

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

/** [R19] [R29] Somebody has seen enough of a round's results, or drawn enough. What is about another round is stale. */
export function applyReady(state: RoomState, { playerId, round }: ServerMessage<'ready:said'>): RoomState {
  const { phase } = state
  if (phase?.name !== 'reveal' && phase?.name !== 'drawing') return state
  if (phase.round !== round || !phase.ready || phase.ready.includes(playerId)) return state
  return { ...state, phase: { ...phase, ready: [...phase.ready, playerId] } }
}

/** [R29] Puts the own digit on the own canvas: the view that everybody gets does not have it. What is about another round is stale. */
export function applySecret(state: RoomState): RoomState {
  const { phase, secret, canvases } = state
  const index = ownCanvasOf(state)
  const canvas = canvases[index]
  if (!secret || !canvas || canvas.prompt !== null || !phase || !('round' in phase)) return state
  if (secret.gameStartedAt !== phase.gameStartedAt || secret.round !== phase.round) return state
  return { ...state, canvases: canvases.with(index, { ...canvas, prompt: secret.digit }) }
}
