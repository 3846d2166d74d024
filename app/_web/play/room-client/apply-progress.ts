import type { Guess } from '#game/drawing/drawing'
import { decodeInk } from '#game/drawing/ink-codec'
import type { Change, ServerMessage } from '#game/protocol/server-messages'
import { settings } from '#game/settings'
import { growStrokes, noStrokes } from '../../ink/canvas/stroke-state'
import { resumeInk } from './own-ink'
import { type LiveCanvas, ownCanvasOf, type RoomState } from './room-state'
import { digitOf } from './select-canvases'

/**
 * Takes in what has happened on the canvases. Progress that a view already contained changes nothing; after a gap in the sequence
 * nothing is applied any more and the room has to be asked for anew.
 */
export function applyProgress(state: RoomState, progress: ServerMessage<'drawing:progressed'>): RoomState {
  const { sequence, round, changes } = progress
  if (state.isBehind || sequence <= state.sequence) return state
  if (sequence > state.sequence + 1) return { ...state, isBehind: true }
  const isThisRound = state.phase !== null && 'round' in state.phase && state.phase.round === round
  const after = isThisRound
    ? changes.reduce((before, change) => applyChange(before, change, round), state)
    : state
  return { ...after, sequence, tickMs: progress.tickMs ?? settings.inkBatchMs }
}

function applyChange(state: RoomState, change: Change, round: number): RoomState {
  const canvas = state.canvases[change.canvas]
  if (!canvas) return state
  const after = changeCanvas(canvas, change, round)
  if (after === null) return { ...state, isBehind: true }
  if (after === canvas) return state
  const lockedDrawings = lockedDrawingsAfter(state, change.canvas, after)
  return followOwn(
    { ...state, lockedDrawings, canvases: state.canvases.with(change.canvas, after) },
    change.canvas,
  )
}

const blankCover = { isBegun: false, progress: 0, promptThousandths: 0 }

/** @returns the same canvas where the change is old news, null where one before it must have been missed */
function changeCanvas(canvas: LiveCanvas, change: Change, round: number): LiveCanvas | null {
  if (change.type === 'prompt:changed') {
    if (change.drawing <= canvas.drawing) return canvas
    const { drawing, prompt, sum, promptAtMs } = change
    const blank = { ink: [], strokeState: noStrokes, guess: null, lock: null, wrongLocks: 0 }
    const cover = canvas.cover && blankCover
    return { ...canvas, drawing, prompt, ...(sum && { sum }), promptAtMs, ...blank, ...(cover && { cover }) }
  }
  if (change.drawing < canvas.drawing) return canvas
  if (change.drawing > canvas.drawing) return null
  switch (change.type) {
    case 'ink:added': {
      if (change.from > canvas.ink.length) return null
      const fresh = decodeInk(change.inkText).slice(canvas.ink.length - change.from)
      if (fresh.length === 0) return canvas
      const isByKeyboard = canvas.isByKeyboard || change.isByKeyboard
      const strokeState = growStrokes(canvas.strokeState, fresh, change.hand)
      // A guess about ink that has been cleared says nothing about the next.
      const guess = strokeState.strokes.length > 0 ? canvas.guess : null
      return { ...canvas, isByKeyboard, guess, strokeState, ink: [...canvas.ink, ...fresh] }
    }
    case 'guess:made':
      return isNews(change.guess, canvas) ? { ...canvas, guess: change.guess } : canvas
    case 'drawing:locked':
      return canvas.lock ? canvas : lockCanvas(canvas, change, round)
    case 'drawing:wrong-locked':
      return { ...canvas, wrongLocks: change.wrongLocks }
    case 'pen:passed':
      return { ...canvas, pen: change.pen }
    case 'cover:changed':
      return { ...canvas, cover: change.cover }
  }
}

function lockCanvas(
  canvas: LiveCanvas,
  { lock, points }: Extract<Change, { type: 'drawing:locked' }>,
  round: number,
): LiveCanvas {
  const { drawing, wrongLocks, strokeState } = canvas
  const prompt = digitOf(canvas)
  const locked = { round, drawing, prompt, lockMs: lock.atMs, points, wrongLocks, strokeState }
  return { ...canvas, lock, locked, points: canvas.points + points }
}

function lockedDrawingsAfter(
  { lockedDrawings, canvases, ...state }: RoomState,
  index: number,
  { locked }: LiveCanvas,
) {
  const isNew = locked !== null && locked !== canvases[index]?.locked
  return isNew && index === ownCanvasOf({ ...state, lockedDrawings, canvases })
    ? [...lockedDrawings, locked]
    : lockedDrawings
}

/** The judge also answers to a blank canvas, but nobody wants to hear that. */
function isNews(guess: Guess, { guess: before, strokeState }: LiveCanvas): boolean {
  return strokeState.strokes.length > 0 && guess.opCount > (before?.opCount ?? 0)
}

/** Keeps the own ink in step with the canvas it is on: whose pen it is, which drawing, and what the server already has. */
function followOwn(state: RoomState, index: number): RoomState {
  const { own, you, phase } = state
  const canvas = state.canvases[index]
  if (!canvas || !phase || !('round' in phase)) return state
  const before = own?.canvas === index ? own : null
  if (canvas.pen !== you) return before ? { ...state, own: null } : state
  const isSame = before?.drawing === canvas.drawing
  if (isSame && canvas.ink.length <= before.log.sent) return state
  return { ...state, own: resumeInk(isSame ? before : null, phase.round, index, canvas) }
}
