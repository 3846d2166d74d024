import type { PlayerId } from '#game/protocol/scalars'
import { addInk, nextPen } from '#game/room/add-ink'
import { finishMs, nextHoldOf, type Settled, settleCanvases } from '#game/room/canvases'
import type { DrawingEvent } from '#game/room/event'
import { nextGhostMs, playGhosts } from '#game/room/ghosts'
import { makeGuess } from '#game/room/make-guess'
import { type Outcome, type PhaseRules, refuse, unchanged, viewChanged } from '#game/room/outcome'
import { endStroke, givePen, nextIdleOf, passIdlePens, passOwnPen } from '#game/room/pass-pen'
import {
  type Canvas,
  type Game,
  isPresent,
  type PhaseOf,
  presentPlayers,
  type Room,
  withCanvases,
  withPhase,
} from '#game/room/room'
import { sayReady } from '#game/room/say-ready'
import { settings } from '#game/settings'

/** Everybody draws; the judge guesses; locks are made. */
export const drawing: PhaseRules<'drawing'> = {
  nextDeadline(room, phase) {
    const holdMs = room.game ? nextHoldOf(room.game, phase.canvases) : Number.POSITIVE_INFINITY
    const nextMs = Math.min(holdMs, nextIdleOf(room, phase.canvases), nextGhostOf(room, phase))
    return Math.min(phase.startedAt + nextMs, drawnAt(room, phase))
  },

  expire(room, phase, at) {
    const { game } = room
    if (!game) return unchanged(room)
    const settled = settleCanvases(game, phase.canvases, at - phase.startedAt, true)
    const ghosts = letGhostsDraw(game, phase, at - phase.startedAt)
    const after = { ...ghosts.phase, canvases: settled.canvases }
    const events = [...settled.events, ...ghosts.events]
    if (at >= drawnAt(room, after)) return putPensDown(room, after, { ...settled, events }, at)
    const passed = passIdlePens(room, settled.canvases, at - phase.startedAt)
    return inPhase(room, after, { ...passed, events: [...events, ...passed.events] })
  },

  accept(room, phase, command, now) {
    const { game } = room
    if (!game) return null
    const nowMs = now - phase.startedAt
    if (command.type === 'ink:add') {
      const endMs = phase.endsAt - phase.startedAt
      const added = addInk(game, phase.canvases, command, { nowMs, endMs, players: room.players })
      if (typeof added === 'string') return refuse(room, added)
      // [S2] A lift may be all that a lock has waited for.
      const settled = settleCanvases(game, added.canvases, nowMs, true)
      return inPhase(room, phase, after(added, settled))
    }
    if (command.type === 'round:ready' && phase.ready) return sayReady(room, phase, command)
    if (command.type === 'round:end') return endRound(room, game, phase, command.playerId, now)
    if (command.type === 'pen:pass') {
      const passed = passOwnPen(room, phase.canvases, command.playerId, nowMs)
      return typeof passed === 'string' ? refuse(room, passed) : inPhase(room, phase, passed)
    }
    if (command.type === 'guess:make' && command.round === game.round) {
      const made = makeGuess(phase.canvases, command)
      const settled = settleCanvases(game, made.canvases, nowMs, true)
      return inPhase(room, phase, after(made, settled))
    }
    return command.type === 'guess:make' ? unchanged(room) : null
  },
}

function nextGhostOf({ game }: Room, { ghostMs }: PhaseOf<'drawing'>): number {
  return game && ghostMs !== undefined ? nextGhostMs(game, ghostMs) : Number.POSITIVE_INFINITY
}

/** [R26] */
function letGhostsDraw(game: Game, phase: PhaseOf<'drawing'>, untilMs: number) {
  const { ghostMs, canvases } = phase
  if (ghostMs === undefined || untilMs <= ghostMs) return { phase, events: [] }
  const events = playGhosts(game, canvases.length, ghostMs, untilMs)
  return events.length > 0 ? { phase: { ...phase, ghostMs: untilMs }, events } : { phase, events }
}

/** Few changes decide anything. */
function after(changed: Settled, settled: Settled): Settled {
  if (settled.events.length === 0) return { canvases: settled.canvases, events: changed.events }
  return { canvases: settled.canvases, events: [...changed.events, ...settled.events] }
}

function inPhase(room: Room, phase: PhaseOf<'drawing'>, { canvases, events }: Settled): Outcome {
  if (canvases === phase.canvases && phase === room.phase) return { room, events }
  return { room: withPhase(room, withCanvases(phase, canvases)), events }
}

function putPensDown(room: Room, phase: PhaseOf<'drawing'>, settled: Settled, at: number): Outcome {
  const judging = {
    name: 'judging',
    startedAt: phase.startedAt,
    drawnAt: at,
    endsAt: at + settings.judgingMs,
    canvases: settled.canvases,
    ...(phase.ghostMs !== undefined && { ghostMs: phase.ghostMs }),
  } as const
  return viewChanged({ ...room, phase: judging }, ...settled.events)
}

/** [R15] Only a round without a timer needs somebody to end it. */
function endRound(room: Room, game: Game, phase: PhaseOf<'drawing'>, by: PlayerId, now: number): Outcome {
  if (by !== room.hostId) return refuse(room, 'not-host')
  if (game.settings.timer !== 'none') return refuse(room, 'not-now')
  return putPensDown(room, phase, settleCanvases(game, phase.canvases, now - phase.startedAt, false), now)
}

/** [R7] [R15] The round is drawn at its deadline, or when all who are present have locked and finished. */
function drawnAt(room: Room, phase: PhaseOf<'drawing'>): number {
  const { game } = room
  if (!game) return phase.endsAt
  let lastFinishMs = Number.NEGATIVE_INFINITY
  for (const canvas of phase.canvases) {
    if (!isDrawnByPresent(room, canvas)) continue
    lastFinishMs = Math.max(lastFinishMs, finishMs(game, canvas))
    if (lastFinishMs === Number.POSITIVE_INFINITY) return phase.endsAt
  }
  if (lastFinishMs === Number.NEGATIVE_INFINITY) {
    return game.settings.timer === 'none'
      ? Math.min(phase.endsAt, phase.leftAt + settings.seatHoldMs)
      : phase.endsAt
  }
  return Math.min(phase.endsAt, Math.max(phase.leftAt, phase.startedAt + lastFinishMs))
}

function isDrawnByPresent({ players }: Room, canvas: Canvas): boolean {
  return players.some((player) => isPresent(player) && canvas.players.includes(player.id))
}

/**
 * [R7] [R8] Somebody has come or gone, or only watches from now on. Where the holder of a pen is not there to draw, the stroke
 * they had down ends and the pen goes to the next who is; and the round may be over, but not before they went.
 * @param before the room as it was with them
 */
export function passPensOn(before: Room, room: Room, now: number): Outcome {
  const { game, phase } = room
  if (!game || phase.name !== 'drawing') return unchanged(room)
  const present = presentPlayers(room).map(({ id }) => id)
  const hasLost = presentPlayers(before).some(({ id }) => !present.includes(id))
  const events: DrawingEvent[] = []
  const canvases = phase.canvases.map((canvas, canvasIndex) => {
    if (present.includes(canvas.pen)) return canvas
    const pen = nextPen(canvas, present)
    if (pen === canvas.pen) return canvas
    const given = givePen(canvas, canvasIndex, pen, now - phase.startedAt)
    events.push(...given.events)
    return given.canvas
  })
  if (!hasLost && events.length === 0) return unchanged(room)
  const leftAt = hasLost ? Math.max(phase.leftAt, now) : phase.leftAt
  return inPhase(room, { ...phase, leftAt }, { canvases, events })
}

/** [R18] Ends all strokes that are down. */
export function endStrokes(room: Room, now: number): Outcome {
  const { phase } = room
  if (phase.name !== 'drawing') return unchanged(room)
  const ended = phase.canvases.map((canvas, index) => endStroke(canvas, index, now - phase.startedAt))
  const events = ended.flatMap((each) => each.events)
  return events.length === 0
    ? unchanged(room)
    : inPhase(room, phase, { canvases: ended.map(({ canvas }) => canvas), events })
}
