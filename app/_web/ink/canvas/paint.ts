import type { Stroke } from '#game/drawing/ink'
import { memoise } from '#game/memoise'
import { settings } from '#game/settings'
import { cornersOf, playerPen, traceOutline, type XY } from '../outline'
import { changedBox, emptyBox, type InkBox, joinBoxes } from './changed-box'
import type { StrokeState } from './stroke-state'

/** The outline of a stroke, in logical units. */
type Outline = { readonly corners: readonly XY[]; readonly path: Path2D }
type Painted = { readonly outline: Outline; readonly ink: string }

/** A stroke that grows becomes another object with every point; only a finished one is met again. */
const finished = memoise<Stroke, Outline>()
const noOutline: Pick<Outline, 'corners'> = { corners: [] }

function outlineOf(stroke: Stroke, isDone: boolean): Outline {
  const corners = cornersOf(stroke, playerPen, isDone)
  const path = new Path2D()
  traceOutline(path, corners)
  return { corners, path }
}

/** What a canvas shows, from the first that was painted to the last. */
const shown = new WeakMap<HTMLCanvasElement, readonly Painted[]>()

/** Gives the canvas as many pixels as the screen shows of it, which empties it. */
export function fitCanvas(canvas: HTMLCanvasElement): void {
  const size = Math.round(canvas.clientWidth * window.devicePixelRatio)
  canvas.width = size
  canvas.height = size
  shown.delete(canvas)
}

/** The ink of a stroke, by whose it is. */
export type InkOf = (hand: number | undefined) => string

/** The strokes that are finished. */
export function paintDone(canvas: HTMLCanvasElement, strokeState: StrokeState, inkOf: InkOf): void {
  show(canvas, doneOf(strokeState, inkOf))
}

/** The stroke that is being drawn, on a layer of its own so that a point costs no more than that stroke. */
export function paintLive(canvas: HTMLCanvasElement, strokeState: StrokeState, inkOf: InkOf): void {
  show(canvas, liveOf(strokeState, inkOf))
}

/** Everything on one layer, for small pictures. */
export function paintStrokes(canvas: HTMLCanvasElement, strokeState: StrokeState, inkOf: InkOf): void {
  show(canvas, [...doneOf(strokeState, inkOf), ...liveOf(strokeState, inkOf)])
}

function doneOf({ strokes, hands, isPenDown }: StrokeState, inkOf: InkOf): Painted[] {
  return strokes.slice(0, isPenDown ? -1 : undefined).map((stroke, index) => ({
    outline: finished(stroke, () => outlineOf(stroke, true)),
    ink: inkOf(hands[index]),
  }))
}

function liveOf({ strokes, hands, isPenDown }: StrokeState, inkOf: InkOf): Painted[] {
  const live = isPenDown ? strokes.at(-1) : undefined
  return live ? [{ outline: outlineOf(live, false), ink: inkOf(hands.at(-1)) }] : []
}

/** Paints anew where the canvas shows something else, and nowhere else: what is copied to the screen for a point is as large as a pen. */
function show(canvas: HTMLCanvasElement, after: readonly Painted[]): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const before = shown.get(canvas) ?? []
  shown.set(canvas, after)
  const scale = canvas.width / settings.gridSize
  const box = pixelsOf(differenceOf(before, after), scale, canvas.width)
  if (box.left >= box.right || box.top >= box.bottom) return
  const sides = [box.left, box.top, box.right - box.left, box.bottom - box.top] as const
  context.save()
  context.clearRect(...sides)
  context.beginPath()
  context.rect(...sides)
  context.clip()
  context.scale(scale, scale)
  for (const { outline, ink } of after) {
    context.fillStyle = ink
    context.fill(outline.path)
  }
  context.restore()
}

/** In logical units. */
function differenceOf(before: readonly Painted[], after: readonly Painted[]): InkBox {
  let box = emptyBox
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    const [then, now] = [before[index], after[index]]
    const { corners: from } = then?.outline ?? noOutline
    const { corners: to } = now?.outline ?? noOutline
    if (then?.ink === now?.ink) box = joinBoxes(box, from === to ? emptyBox : changedBox(from, to))
    else box = joinBoxes(joinBoxes(box, changedBox(from, [])), changedBox([], to))
  }
  return box
}

/** In whole pixels, and one more for edges that are half in one: so what is painted within is as if all had been. */
function pixelsOf({ left, top, right, bottom }: InkBox, scale: number, size: number): InkBox {
  return {
    left: Math.max(0, Math.floor(left * scale) - 1),
    top: Math.max(0, Math.floor(top * scale) - 1),
    right: Math.min(size, Math.ceil(right * scale) + 1),
    bottom: Math.min(size, Math.ceil(bottom * scale) + 1),
  }
}
