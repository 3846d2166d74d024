import type { InkOp } from '#game/drawing/ink'
import { settings } from '#game/settings'
import type { RecordedDrawing } from '#models/samples-format/read-strokes'

/** Where the source gives no times: tablets of the day sent about a hundred points a second. */
const assumedPointMs = 10
/** Where the source does not time the pen in the air: the quicker tenth of the pauses in Quick, Draw!. */
const assumedLiftMs = 150

type TimedStroke = { x: number; y: number; t: number }[]

/** @returns the strokes with t in ms since the pen first came down, never running backwards. */
export function timeStrokes({ strokes }: Pick<RecordedDrawing, 'strokes'>): TimedStroke[] {
  const drawn = strokes.filter((stroke) => stroke.length > 0)
  const isOneClock = drawn.every(
    (stroke, index) => index === 0 || (stroke[0]?.t ?? 0) > (drawn[index - 1]?.at(-1)?.t ?? Infinity),
  )
  const firstMs = drawn[0]?.[0]?.t ?? 0
  let endMs = 0
  return drawn.map((stroke, index) => {
    const ownMs = stroke[0]?.t ?? 0
    const beginMs = index === 0 ? 0 : isOneClock ? ownMs - firstMs : endMs + assumedLiftMs
    return stroke.map(({ x, y, t }, pointIndex) => {
      endMs = Math.max(endMs, beginMs + (t === null ? pointIndex * assumedPointMs : t - ownMs))
      return { x, y, t: endMs }
    })
  })
}

/**
 * The drawing as ink arriving in a room: batches of `inkBatchMs`, each counting at its end, and a lift after each
 * stroke. Time begins when the pen comes down.
 */
export function asPlayed(drawing: Pick<RecordedDrawing, 'strokes'>): InkOp[] {
  const ink: InkOp[] = []
  let atMs = 0
  for (const stroke of timeStrokes(drawing)) {
    let batch: TimedStroke = []
    for (const point of stroke) {
      const arrivesMs = (Math.floor(point.t / settings.inkBatchMs) + 1) * settings.inkBatchMs
      if (batch.length === 0 || arrivesMs > atMs) {
        batch = []
        ink.push({ kind: 'draw', atMs: arrivesMs, points: batch })
        atMs = arrivesMs
      }
      batch.push(point)
    }
    ink.push({ kind: 'lift', atMs })
  }
  return ink
}
