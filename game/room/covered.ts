import type { Drawing } from '#game/drawing/drawing'
import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { shapeSeen } from '#game/drawing/seen-ink'
import { shapeOf } from '#game/drawing/shape'
import { answerOfSum, sumLevelOf } from '#game/prompts/sums'
import type { CanvasView, DrawingCover } from '#game/protocol/canvas-view'
import type { PlayerId, RoomSettings } from '#game/protocol/scalars'
import type { Change } from '#game/protocol/server-messages'
import { drawingProgress, type ProgressInput } from '#game/scoring/progress'
import { viewGhostCanvases } from './ghosts'
import { modeOf } from './modes'
import { type Canvas, currentDrawing, type Game, type Room } from './room'

/** What is sent to each player in `own`, and to everybody else in the room; null where there is nothing to send. */
export type Audience<Sent> = {
  readonly all: Sent | null
  readonly own: ReadonlyMap<PlayerId, Sent | null>
}

/** [R33] Whether a drawing is shown to nobody but who draws it, until the vote, or until the results of a sum. */
export function isCovered(settings: RoomSettings): boolean {
  return modeOf(settings).isVotedOn || sumLevelOf(settings) !== null
}

/** [R33] Who is sent what nobody else is: all with a seat, where drawings are covered. */
export function insiders({ game, players }: Room): PlayerId[] {
  return game && isCovered(game.settings) ? players.map(({ id }) => id) : []
}

/** [R33] What everybody may know of a drawing: no ink, no answer of the judge, and how far it has come only where something locks. */
export function coverOf(
  { settings }: Game,
  { prompt, ink, guesses, lock, lockState }: Drawing,
): DrawingCover {
  const isBegun = ink.length > 0
  if (modeOf(settings).isVotedOn) return { isBegun, progress: 0, promptThousandths: 0 }
  const { isPenDown, strokes } = lockState.seen
  const guess = strokes ? (guesses.at(-1) ?? null) : null
  return {
    isBegun,
    ...howFar({ prompt, guess, inkLength: shapeSeen(lockState.seen).inkLength, isPenDown, lock }),
  }
}

/** [R26] Ghosts draw on canvases of their own. @param shown as it would be without a cover */
export function coverOfGhost({ prompt, sum, inkText, guess, lock }: CanvasView): DrawingCover {
  const ink = decodeInk(inkText)
  const { inkLength } = shapeOf(strokesOf(ink))
  const isPenDown = ink.at(-1)?.kind === 'draw'
  const asked = prompt ?? (sum ? answerOfSum(sum) : 0)
  return { isBegun: ink.length > 0, ...howFar({ prompt: asked, guess, inkLength, isPenDown, lock }) }
}

function howFar(input: ProgressInput): Omit<DrawingCover, 'isBegun'> {
  return {
    progress: Math.round(1000 * drawingProgress(input)),
    promptThousandths: input.guess?.thousandths[input.prompt] ?? 0,
  }
}

/** Puts a cover on what is shown of a canvas. In a race all have the same sum; in a rush another's would be one's own next. */
export function coverCanvas({ settings }: Game, shown: CanvasView, cover: DrawingCover): CanvasView {
  const { sum, hands: _, ...others } = shown
  const isSumOfAll = sum && modeOf(settings).afterLock === 'finish'
  return { ...others, prompt: null, ...(isSumOfAll && { sum }), inkText: '', guess: null, cover }
}

/**
 * [R33] Of what has happened on the canvases, what each player and everybody else is told. Once the round is drawn ink and answers are
 * told nobody: the view that follows has what may be seen of them.
 */
export function coverChanges(room: Room, round: number, changes: readonly Change[]): Audience<Change[]> {
  const ids = insiders(room)
  if (ids.length === 0) return { all: [...changes], own: new Map() }
  const covered = coverAll(room, round, changes)
  const canvases = drawnIn(room, round)
  const own = ids.map((id) => {
    const index = canvases.findIndex(({ players }) => players.includes(id))
    const drawn = changes.filter(({ canvas }) => canvas === index)
    return [id, orNull([...drawn, ...covered.filter(({ canvas }) => canvas !== index)])] as const
  })
  return { all: orNull(covered), own: new Map(own) }
}

function coverAll(room: Room, round: number, changes: readonly Change[]): Change[] {
  const isProgressShown = room.game !== null && sumLevelOf(room.game.settings) !== null
  const changed = new Set<number>()
  const told = changes.flatMap((change): Change[] => {
    switch (change.type) {
      case 'ink:added':
        if (change.from === 0) changed.add(change.canvas)
        return []
      case 'guess:made':
        if (isProgressShown) changed.add(change.canvas)
        return []
      case 'prompt:changed': {
        const { sum: _, ...others } = change
        return [{ ...others, prompt: null }]
      }
      default:
        return [change]
    }
  })
  return [...told, ...[...changed].flatMap((canvas) => coverNow(room, round, canvas))]
}

function coverNow(room: Room, round: number, canvas: number): Change[] {
  const { game, phase } = room
  const canvases = drawnIn(room, round)
  const drawn = canvases[canvas]
  if (!game) return []
  if (drawn) {
    const cover = coverOf(game, currentDrawing(drawn))
    return [{ type: 'cover:changed', canvas, drawing: drawn.drawings.length - 1, cover }]
  }
  if (canvases.length === 0 || !('ghostMs' in phase) || phase.ghostMs === undefined) return []
  const ghost = viewGhostCanvases(game, phase.ghostMs)[canvas - canvases.length]
  return ghost ? [{ type: 'cover:changed', canvas, drawing: ghost.drawing, cover: coverOfGhost(ghost) }] : []
}

function drawnIn({ game, phase }: Room, round: number): readonly Canvas[] {
  return 'canvases' in phase && game?.round === round ? phase.canvases : []
}

function orNull<Item>(items: Item[]): Item[] | null {
  return items.length > 0 ? items : null
}
