import type { ShownPrompt } from '#game/drawing/drawing'
import type { Digit, PlayedModifier } from '#game/protocol/scalars'
import type { StandingView } from '#game/protocol/server-messages'
import {
  type CalmPhase,
  type LiveCanvas,
  type LockedDrawing,
  ownCanvasOf,
  type RoomState,
} from './room-state'
import { seatOf } from './select-canvases'
import { unlikeOf } from './unlike-of'

/** What has happened for this player, for a face that says it or plays it. */
export type RoomEvent =
  /** @property modifier of the game that the phase is of, if it has one */
  | { readonly type: 'phase:began'; readonly phase: CalmPhase['name']; readonly modifier?: PlayedModifier }
  /** @property endsAt by the server's clock; null without a timer @property isSecret whether nobody else is told it */
  | ({
      readonly type: 'prompt:shown'
      readonly endsAt: number | null
      readonly isSecret?: true
    } & ShownPrompt)
  /** @property row how many the player has had in a row, this one with them */
  | { readonly type: 'drawing:locked'; readonly atMs: number; readonly points: number; readonly row: number }
  /** Somebody else's drawing, for one who plays. @property isSaid where there are few enough to be told by name */
  | { readonly type: 'rival:locked'; readonly name: string; readonly isSaid: boolean }
  /** The canvas has gone on to the next drawing while this page did not look: the one before it has locked. */
  | { readonly type: 'drawing:changed' }
  | { readonly type: 'drawing:wrong-locked' }
  /** [S19] The pen is up from what looks like the prompt, but is not drawn like it. */
  | { readonly type: 'drawing:unlike'; readonly prompt: Digit }
  | { readonly type: 'pen:received' }
  /** Somebody at the table has locked, whoever it is. */
  | { readonly type: 'table:locked' }
  /** @property points of the own drawings of the round @property isFooled whether people read one, and the AI did not */
  | { readonly type: 'round:revealed'; readonly points: number; readonly isFooled?: true }
  | { readonly type: 'game:finished'; readonly standings: readonly StandingView[] }

/**
 * What has happened between two states of a room, in the order in which it is said. Plain values are compared, not objects: a view
 * comes whenever anybody does, and brings new objects each time.
 */
export function eventsBetween(before: RoomState, after: RoomState): RoomEvent[] {
  return [
    ...phaseEvents(before.phase, after),
    ...lockEvents(before, after),
    ...rivalEvents(before, after),
    ...promptEvents(before, after),
    ...penEvents(before, after),
  ]
}

function phaseEvents(before: CalmPhase | null, { phase, you, room }: RoomState): RoomEvent[] {
  if (!phase || phase.name === before?.name) return []
  const { modifier = 'none' } = room?.settings ?? {}
  const began: RoomEvent = {
    ...{ type: 'phase:began', phase: phase.name },
    ...(modifier !== 'none' && { modifier }),
  }
  if (phase.name === 'finished') return [began, { type: 'game:finished', standings: phase.standings }]
  if (phase.name !== 'reveal') return [began]
  const own = phase.drawings.filter(({ players }) => players.some(({ id }) => id === you))
  if (own.length === 0) return [began]
  const points = own.reduce((sum, each) => sum + each.points, 0)
  const isFooled = own.some(({ fooling }) => fooling?.isFooled)
  return [began, { type: 'round:revealed', points, ...(isFooled && { isFooled: true as const }) }]
}

type Shown = ShownPrompt & {
  readonly endsAt: number | null
  readonly isSecret?: true
  readonly key: string
}

function promptEvents(before: RoomState, after: RoomState): RoomEvent[] {
  const shown = shownPrompt(after)
  if (!shown || shown.key === shownPrompt(before)?.key) return []
  const { key: _, ...told } = shown
  return [{ type: 'prompt:shown', ...told }]
}

/** The key tells a prompt from the same digit in another round, or after a pause. */
function shownPrompt(state: RoomState): Shown | null {
  const { phase, room } = state
  const canvas = ownCanvas(state)
  if (phase?.name !== 'drawing' || !canvas) return null
  const { prompt, sum, promptAtMs } = canvas
  // [R29] It has not been told yet.
  if (prompt === null && !sum) return null
  const { startedAt, endsAt } = phase
  const isTimed = room?.settings.timer !== 'none'
  return {
    prompt,
    ...(sum && { sum }),
    endsAt: isTimed ? endsAt : null,
    ...(phase.mode === 'fool' && { isSecret: true as const }),
    key: [prompt, promptAtMs, startedAt, endsAt, isTimed].join(),
  }
}

function lockEvents(before: RoomState, after: RoomState): RoomEvent[] {
  const events: RoomEvent[] = []
  const [then, now] = [ownCanvas(before), ownCanvas(after)]
  const isSame = then?.drawing === now?.drawing
  const fresh = after.lockedDrawings.slice(before.lockedDrawings.length)
  for (const [index, { lockMs, points }] of fresh.entries()) {
    const row = lockRow(after.lockedDrawings.slice(0, before.lockedDrawings.length + index + 1))
    events.push({ type: 'drawing:locked', atMs: lockMs, points, row })
  }
  if (fresh.length === 0 && now?.lock && !(isSame && then?.lock)) {
    events.push({ type: 'drawing:locked', atMs: now.lock.atMs, points: now.points, row: 1 })
  }
  if (fresh.length === 0 && now && now.drawing > (then?.drawing ?? 0))
    events.push({ type: 'drawing:changed' })
  if (now && now.wrongLocks > (isSame ? (then?.wrongLocks ?? 0) : 0))
    events.push({ type: 'drawing:wrong-locked' })
  const unlike = ownUnlike(after)
  if (unlike !== null && !(isSame && ownUnlike(before) !== null))
    events.push({ type: 'drawing:unlike', prompt: unlike })
  if (before.phase && lockCount(after) > lockCount(before)) events.push({ type: 'table:locked' })
  return events
}

/**
 * How many of the last drawings have locked in a row: none with a wrong guess, and of a game in rounds none left out.
 * @param lockedDrawings what has locked, in order
 */
export function lockRow(lockedDrawings: readonly LockedDrawing[]): number {
  const broken = lockedDrawings.findLastIndex(({ wrongLocks, round }, index) => {
    const next = lockedDrawings[index + 1]
    return wrongLocks > 0 || (next !== undefined && next.round > round + 1)
  })
  const last = lockedDrawings.at(-1)
  return last && last.wrongLocks > 0 ? 0 : lockedDrawings.length - 1 - broken
}

const ownUnlike = (state: RoomState): Digit | null => unlikeOf(state, ownCanvasOf(state))

/** With more rivals than this their locks are heard, but not told: it would be all that is told. */
const mostTold = 4

function rivalEvents(before: RoomState, { canvases, room, ...state }: RoomState): RoomEvent[] {
  const own = ownCanvasOf({ ...state, canvases, room })
  if (own < 0) return []
  return canvases.flatMap(({ locked, pen }, index): RoomEvent[] => {
    if (index === own || locked === null || locked === before.canvases[index]?.locked) return []
    const name = seatOf(room, pen)?.name ?? ''
    return [{ type: 'rival:locked', name, isSaid: canvases.length - 1 <= mostTold }]
  })
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
