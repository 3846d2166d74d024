import { type InkOp, type Point, type Stroke, strokesOf } from '#game/drawing/ink'

/** Between two points of a stroke, in logical units: about as a finger leaves them, and what is rounded off is finer than the pen. */
const stepUnits = 24
/** A scribble has longer steps instead of more points. */
const mostSteps = 1_000
const stepMs = 16

/**
 * [R34] Ink as it looks, and no more: strokes that were taken back are gone, the others run downwards and come from top to bottom, points
 * follow each other at equal distances, and times say nothing. Whose hand or which program it came from is not in the text.
 */
export function plainInk(ink: Parameters<typeof strokesOf>[0]): InkOp[] {
  const strokes = strokesOf(ink).map(downwards).sort(byFirstPoint)
  const step = Math.max(stepUnits, strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0) / mostSteps)
  let t = 0
  return strokes.flatMap((stroke): InkOp[] => {
    const points = resample(stroke, step).map(([x, y]): Point => {
      t += stepMs
      return { x: Math.round(x), y: Math.round(y), t }
    })
    return [
      { kind: 'draw', atMs: t, points },
      { kind: 'lift', atMs: t },
    ]
  })
}

function byFirstPoint([one]: Stroke, [other]: Stroke): number {
  return one && other ? one.y - other.y || one.x - other.x : 0
}

function downwards(stroke: Stroke): Stroke {
  return byFirstPoint(stroke, stroke.slice(-1)) > 0 ? stroke.toReversed() : stroke
}

type XY = readonly [x: number, y: number]

function lengthOf(stroke: Stroke): number {
  return stroke.reduce((sum, point, at) => sum + distance(stroke[at - 1] ?? point, point), 0)
}

function distance(from: Point, to: Point): number {
  return Math.sqrt((to.x - from.x) ** 2 + (to.y - from.y) ** 2)
}

/** Points along a stroke, `step` apart, from its first to its last. */
function resample(stroke: Stroke, step: number): XY[] {
  const points: XY[] = []
  let ahead = 0
  for (const [at, to] of stroke.entries()) {
    const from = stroke[at - 1]
    if (!from) {
      points.push([to.x, to.y])
      ahead = step
      continue
    }
    const length = distance(from, to)
    for (; ahead <= length; ahead += step) {
      const share = ahead / length
      points.push([from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share])
    }
    ahead -= length
  }
  const last = stroke.at(-1)
  return last && stroke.length > 1 ? [...points, [last.x, last.y]] : points
}
