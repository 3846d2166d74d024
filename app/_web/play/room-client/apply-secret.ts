import { ownCanvasOf, type RoomState } from './room-state'

/** [R29] Puts the own digit on the own canvas: the view that everybody gets does not have it. What is about another round is stale. */
export function applySecret(state: RoomState): RoomState {
  const { phase, secret, canvases } = state
  const index = ownCanvasOf(state)
  const canvas = canvases[index]
  if (!secret || !canvas || canvas.prompt !== null || !phase || !('round' in phase)) return state
  if (secret.gameStartedAt !== phase.gameStartedAt || secret.round !== phase.round) return state
  return { ...state, canvases: canvases.with(index, { ...canvas, prompt: secret.digit }) }
}
