import { decodeInk } from '#game/drawing/ink-codec'
import type { CanvasView } from '#game/protocol/canvas-view'
import type { PlayerId } from '#game/protocol/scalars'
import type { RoomView } from '#game/protocol/server-messages'
import { handStrokes } from '../../ink/canvas/stroke-state'
import { type OwnInk, resumeInk } from './own-ink'
import type { CalmPhase, LiveCanvas, RoomState } from './room-state'

/**
 * Takes a whole view in place of all that was known, except for the own ink the server has not got yet: that stays on the
 * canvas and is sent again, as long as the round is the same. After a restart it is not: no time has passed in the room, and
 * what was drawn meanwhile would count as drawn in none.
 * @param receivedAt by this device's clock, ms since the epoch
 */
export function applyView(state: RoomState, view: RoomView, receivedAt: number): RoomState {
  const { phase: viewed, sequence, serverNow, ...room } = view
  const { phase, canvasViews } = splitPhase(viewed)
  const isSame = isSameRound(state.phase, phase)
  const canvases = canvasViews.map((each, index) =>
    openCanvas(each, isSame ? (state.canvases[index]?.locked ?? null) : null),
  )
  return {
    ...state,
    room,
    phase,
    tallyBefore: tallyBefore(state, phase),
    canvases,
    lockedDrawings: isSameGame(state.phase, phase) ? state.lockedDrawings : [],
    sequence,
    isBehind: false,
    own: ownInk(isSame && !view.pause ? state.own : null, phase, canvases, state.you),
    // The view that took the shortest way knows the server's clock best.
    clockOffsetMs: Math.max(
      (state.isClockStale ? null : state.clockOffsetMs) ?? Number.NEGATIVE_INFINITY,
      serverNow - receivedAt,
    ),
    isClockStale: false,
  }
}

/** Takes in who this player is: by long polling the first view may be read before the answer to the join. */
export function applyYou(state: RoomState, you: PlayerId): RoomState {
  if (you === state.you) return state
  const { phase, canvases } = state
  return { ...state, you, own: phase && ownInk(null, phase, canvases, you) }
}

function tallyBefore({ phase: before, tallyBefore: kept }: RoomState, phase: CalmPhase) {
  if (phase.name !== 'reveal' || !before || !('tally' in before)) return null
  if (before.gameStartedAt !== phase.gameStartedAt || before.round !== phase.round) return null
  return before.name === 'reveal' ? kept : before.tally
}

function splitPhase(phase: RoomView['phase']): { phase: CalmPhase; canvasViews: readonly CanvasView[] } {
  if (!('canvases' in phase)) return { phase, canvasViews: [] }
  const { canvases, ...calm } = phase
  return { phase: calm, canvasViews: canvases }
}

function openCanvas({ inkText, ...view }: CanvasView, locked: LiveCanvas['locked']): LiveCanvas {
  const ink = decodeInk(inkText)
  return { ...view, ink, locked, strokeState: handStrokes(ink, view.hands) }
}

function isSameGame(before: CalmPhase | null, phase: CalmPhase): boolean {
  return (
    before !== null && 'round' in before && 'round' in phase && before.gameStartedAt === phase.gameStartedAt
  )
}

function isSameRound(before: CalmPhase | null, phase: CalmPhase): boolean {
  if (before === null || !('round' in before) || !('round' in phase)) return false
  const startedAt = (each: CalmPhase) => ('startedAt' in each ? each.startedAt : null)
  return (
    before.gameStartedAt === phase.gameStartedAt &&
    before.round === phase.round &&
    startedAt(before) === startedAt(phase)
  )
}

function ownInk(before: OwnInk | null, phase: CalmPhase, canvases: readonly LiveCanvas[], you: string) {
  const index = canvases.findIndex(({ pen }) => pen === you)
  const canvas = canvases[index]
  if (!canvas || !('round' in phase)) return null
  const isSame = before?.canvas === index && before.drawing === canvas.drawing
  return resumeInk(isSame ? before : null, phase.round, index, canvas)
}
