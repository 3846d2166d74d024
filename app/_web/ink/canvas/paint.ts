import type { Stroke } from '#game/drawing/ink'
import { settings } from '#game/settings'
import { playerPen, traceOutline } from '../outline'
import type { StrokeState } from './stroke-state'

const outlines = new WeakMap<Stroke, Path2D>()

/** The outline of a stroke in logical units, memoised once the stroke is done. */
function outlineOf(stroke: Stroke, isDone: boolean): Path2D {
  const known = outlines.get(stroke)
  if (known) return known
  const outline = new Path2D()
  traceOutline(outline, stroke, playerPen, isDone)
  // A stroke that grows becomes another object with every point; only a finished one is met again.
  if (isDone) outlines.set(stroke, outline)
  return outline
}

/** Gives the canvas as many pixels as the screen shows of it, which empties it. */
export function fitCanvas(canvas: HTMLCanvasElement): void {
  const size = Math.round(canvas.clientWidth * window.devicePixelRatio)
  canvas.width = size
  canvas.height = size
}

/** The ink of a stroke, by whose it is. */
export type InkOf = (hand: number | undefined) => string

function begin(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d')
  if (!context) return null
  context.resetTransform()
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.scale(canvas.width / settings.gridSize, canvas.height / settings.gridSize)
  return context
}

/** The strokes that are finished. */
export function paintDone(
  canvas: HTMLCanvasElement,
  { strokes, hands, isPenDown }: StrokeState,
  inkOf: InkOf,
): void {
  const context = begin(canvas)
  const done = isPenDown ? strokes.length - 1 : strokes.length
  for (const [index, stroke] of strokes.slice(0, done).entries()) {
    if (!context) return
    context.fillStyle = inkOf(hands[index])
    context.fill(outlineOf(stroke, true))
  }
}

/** The stroke that is being drawn, on a layer of its own so that a point costs no more than that stroke. */
export function paintLive(
  canvas: HTMLCanvasElement,
  { strokes, hands, isPenDown }: StrokeState,
  inkOf: InkOf,
): void {
  const context = begin(canvas)
  const live = isPenDown ? strokes.at(-1) : undefined
  if (!live || !context) return
  context.fillStyle = inkOf(hands.at(-1))
  context.fill(outlineOf(live, false))
}

/** Everything on one layer, for small pictures. */
export function paintStrokes(canvas: HTMLCanvasElement, strokeState: StrokeState, inkOf: InkOf): void {
  paintDone(canvas, strokeState, inkOf)
  const live = strokeState.isPenDown ? strokeState.strokes.at(-1) : undefined
  const context = canvas.getContext('2d')
  if (!live || !context) return
  context.fillStyle = inkOf(strokeState.hands.at(-1))
  context.fill(outlineOf(live, false))
}
