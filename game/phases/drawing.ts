import { addInk, nextPen } from '#game/add-ink'
import { finishMs, nextHoldOf, type Settled, settleCanvases } from '#game/canvases'
import type { Drawing } from '#game/drawing/drawing'
import type { InkOp } from '#game/drawing/ink'
import { makeGuess } from '#game/make-guess'
import { type Outcome, refuse, unchanged, viewChanged } from '#game/outcome'
import { currentDrawing, type Game, type PhaseOf, presentPlayers, type Room } from '#game/room'
import { settings } from '#game/settings'
import type { PhaseRules } from './phase-rules'

/** Everybody draws; the judge guesses; locks are made. */
export const drawing: PhaseRules<'drawing'> = {
  nextDeadline(room, phase) {
    const nextHold = phase.startedAt + nextHoldOf(phase.canvases)
    return Math.min(nextHold, drawnAt(room, phase))
  },

  expire(room, phase, at) {
    const { game } = room
    if (!game) return unchanged(room)
    const settled = settleCanvases(game, phase.canvases, at - phase.startedAt, true)
    const after = { ...phase, canvases: settled.canvases }
    if (at < drawnAt(room, after)) return inPhase(room, after, settled)
    const judging = {
      name: 'judging',
      startedAt: phase.startedAt,
      drawnAt: at,
      endsAt: at + settings.judgingMs,
      canvases: settled.canvases,
    } as const
    return viewChanged({ ...room, phase: judging }, ...settled.events)
  },

  accept(room, phase, command, now) {
    const { game } = room
    if (!game) return null
    const nowMs = now - phase.startedAt
    if (command.type === 'ink:add') {
      const present = presentPlayers(room).map(({ id }) => id)
      const endMs = phase.endsAt - phase.startedAt
      const added = addInk(game, phase.canvases, command, { nowMs, endMs, present })
      return typeof added === 'string' ? refuse(room, added) : inPhase(room, phase, added)
    }
    if (command.type === 'guess:make' && command.round === game.round) {
      const made = makeGuess(phase.canvases, command)
      const settled = settleCanvases(game, made.canvases, nowMs, true)
      return inPhase(room, phase, { ...settled, events: [...made.events, ...settled.events] })
    }
    return command.type === 'guess:make' ? unchanged(room) : null
  },
}

function inPhase(room: Room, phase: PhaseOf<'drawing'>, { canvases, events }: Settled): Outcome {
  return { room: { ...room, phase: { ...phase, canvases } }, events }
}

/** [R7] The round is drawn at its deadline, or when all who are present have locked and finished. */
function drawnAt(room: Room, phase: PhaseOf<'drawing'>): number {
  const present = new Set(presentPlayers(room).map(({ id }) => id))
  const canvases = phase.canvases.filter(({ players }) => players.some((id) => present.has(id)))
  if (!room.game || canvases.length === 0) return phase.endsAt
  const { game } = room
  const lastFinishMs = Math.max(...canvases.map((canvas) => finishMs(game, canvas)))
  return Math.min(phase.endsAt, phase.startedAt + lastFinishMs)
}

/** [R8] A pen whose holder is away goes to the next who is present, and the stroke that was down ends. */
export function passAbandonedPens(room: Room, game: Game, phase: PhaseOf<'drawing'>): Outcome {
  const present = presentPlayers(room).map(({ id }) => id)
  const events: Settled['events'][number][] = []
  const canvases = phase.canvases.map((canvas, place) => {
    if (present.includes(canvas.pen)) return canvas
    const pen = nextPen(canvas, present)
    if (pen === canvas.pen) return canvas
    const on = { canvas: place, drawing: canvas.drawings.length - 1 }
    const drawing = currentDrawing(canvas)
    const ops = endOfStroke(drawing)
    const ink = [...drawing.ink, ...ops]
    if (ops.length > 0) events.push({ type: 'inkAdded', ...on, from: drawing.ink.length, ops })
    events.push({ type: 'penPassed', ...on, pen })
    const drawings = [...canvas.drawings.slice(0, -1), { ...drawing, ink }]
    return { ...canvas, pen, penSince: ink.length, drawings }
  })
  return inPhase({ ...room, game }, phase, { canvases, events })
}

function endOfStroke({ ink, settledMs }: Drawing): InkOp[] {
  const last = ink.at(-1)
  return last?.kind === 'draw' ? [{ kind: 'lift', atMs: Math.max(last.atMs, settledMs) }] : []
}
