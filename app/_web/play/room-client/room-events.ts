import type { Digit } from '#game/protocol/scalars'
import type { StandingView } from '#game/protocol/server-messages'
import { type CalmPhase, type LiveCanvas, ownCanvasOf, type RoomState } from './room-state'

/** What has happened for this player, for a face that says it or plays it. */
export type RoomEvent =
  | { readonly type: 'phase:began'; readonly phase: CalmPhase['name'] }
  /** @property seconds there are for it; null without a timer */
  | { readonly type: 'prompt:shown'; readonly prompt: Digit; readonly seconds: number | null }
  | { readonly type: 'drawing:locked'; readonly atMs: number; readonly points: number }
  /** The canvas has gone on to the next drawing: the one before it has locked. */
  | { readonly type: 'drawing:changed' }
  | { readonly type: 'drawing:wrong-locked' }
  | { readonly type: 'pen:received' }
  /** Somebody at the table has locked, whoever it is. */
  | { readonly type: 'table:locked' }
  /** @property points of the own drawings of the round */
  | { readonly type: 'round:revealed'; readonly points: number }
  | { readonly type: 'game:finished'; readonly standings: readonly StandingView[] }

/**
 * What has happened between two states of a room, in the order in which it is said. Plain values are compared, not objects: a view
 * comes whenever anybody does, and brings new objects each time.
 */
export function eventsBetween(before: RoomState, after: RoomState): RoomEvent[] {
  return [
    ...phaseEvents(before.phase, after),
    ...promptEvents(before, after),
    ...lockEvents(before, after),
    ...penEvents(before, after),
  ]
}

function phaseEvents(before: CalmPhase | null, { phase, you }: RoomState): RoomEvent[] {
  if (!phase || phase.name === before?.name) return []
  const began: RoomEvent = { type: 'phase:began', phase: phase.name }
  if (phase.name === 'finished') return [began, { type: 'game:finished', standings: phase.standings }]
  if (phase.name !== 'reveal') return [began]
  const own = phase.drawings.filter(({ players }) => players.some(({ id }) => id === you))
  if (own.length === 0) return [began]
  return [began, { type: 'round:revealed', points: own.reduce((sum, { points }) => sum + points, 0) }]
}

type Shown = { readonly prompt: Digit; readonly seconds: number | null; readonly key: string }

function promptEvents(before: RoomState, after: RoomState): RoomEvent[] {
  const shown = shownPrompt(after)
  if (!shown || shown.key === shownPrompt(before)?.key) return []
  return [{ type: 'prompt:shown', prompt: shown.prompt, seconds: shown.seconds }]
}

/** The key tells a prompt from the same digit in another round, or after a pause. */
function shownPrompt(state: RoomState): Shown | null {
  const { phase, room } = state
  const canvas = ownCanvas(state)
  if (phase?.name !== 'drawing' || !canvas) return null
  const { prompt, promptAtMs } = canvas
  const { startedAt, endsAt } = phase
  const isTimed = room?.settings.timer !== 'none'
  const seconds = isTimed ? Math.round((endsAt - startedAt - promptAtMs) / 1000) : null
  return { prompt, seconds, key: [prompt, promptAtMs, startedAt, endsAt, isTimed].join() }
}

function lockEvents(before: RoomState, after: RoomState): RoomEvent[] {
  const events: RoomEvent[] = []
  const [then, now] = [ownCanvas(before), ownCanvas(after)]
  const isSame = then?.drawing === now?.drawing
  if (now?.lock && !(isSame && then?.lock)) {
    events.push({ type: 'drawing:locked', atMs: now.lock.atMs, points: now.points })
  }
  if (now && now.drawing > (then?.drawing ?? 0)) events.push({ type: 'drawing:changed' })
  if (now && now.wrongLocks > (isSame ? (then?.wrongLocks ?? 0) : 0))
    events.push({ type: 'drawing:wrong-locked' })
  if (before.phase && lockCount(after) > lockCount(before)) events.push({ type: 'table:locked' })
  return events
}

/** How many drawings have locked in this round: a canvas goes on to its next one when the one before has. */
function lockCount({ canvases }: RoomState): number {
  return canvases.reduce((sum, { drawing, lock }) => sum + drawing + (lock ? 1 : 0), 0)
}

function penEvents(before: RoomState, { own, phase }: RoomState): RoomEvent[] {
  const isRelay = phase !== null && 'mode' in phase && phase.mode === 'relay'
  return isRelay && own && !before.own ? [{ type: 'pen:received' }] : []
}

function ownCanvas(state: RoomState): LiveCanvas | undefined {
  return state.canvases[ownCanvasOf(state)]
}
