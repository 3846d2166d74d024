import { boxAround, type Position, type Raster, rasterise } from './rasterise'

/** How many points of the pen's way the stroke network sees. */
export const pathPoints = 32
/** Of each point: x, y, where the pen is going (x, y), and whether it is up. */
export const pathChannels = 5

/**
 * The way of the pen as the stroke network sees it: from the first point to the last one, the jumps between strokes included, at
 * 32 places in equal distances. Places are in halves of the drawing's longer side, from its middle; directions have length 1, or 0 where
 * the pen stood still. Only `+ - * /`, sqrt, min, max and floor are used, which IEEE 754 defines to the last bit: every engine gives the
 * same numbers.
 *
 * @param strokes from pen down to pen up each, in any unit, y pointing down; coordinates must be finite
 * @returns 32 times x, y, direction x, direction y, 1 where the pen is up; null when there is no point at all
 */
export function penPathOf(strokes: readonly (readonly Position[])[]): Float32Array<ArrayBuffer> | null {
  const box = boxAround(strokes)
  if (box === null) return null
  const scale = 1 / box.halfSpan
  const fit = Number.isFinite(scale) ? scale : 0
  const xs: number[] = []
  const ys: number[] = []
  /** Whether the pen was up on its way to the point. */
  const jumps: boolean[] = []
  for (const stroke of strokes) {
    stroke.forEach(({ x, y }, index) => {
      xs.push((x - box.midX) * fit)
      ys.push((y - box.midY) * fit)
      jumps.push(index === 0 && jumps.length > 0)
    })
  }
  return withDirections(resample(xs, ys, jumps))
}

/** x, y and pen-up at equal distances; directions are left at 0. */
function resample(
  xs: readonly number[],
  ys: readonly number[],
  jumps: readonly boolean[],
): Float32Array<ArrayBuffer> {
  const lengths = xs.map((x, at) => {
    const alongX = x - (xs[at - 1] ?? x)
    const alongY = (ys[at] ?? 0) - (ys[at - 1] ?? ys[at] ?? 0)
    return Math.sqrt(alongX * alongX + alongY * alongY)
  })
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const path = new Float32Array(pathPoints * pathChannels)
  let to = 0
  let before = 0
  for (let point = 0; point < pathPoints; point++) {
    const target = (total * point) / (pathPoints - 1)
    while (to < xs.length - 1 && before + (lengths[to] ?? 0) < target) before += lengths[to++] ?? 0
    const length = lengths[to] ?? 0
    const share = length > 0 ? Math.min(1, (target - before) / length) : 1
    const fromX = xs[to - 1] ?? xs[to] ?? 0
    const fromY = ys[to - 1] ?? ys[to] ?? 0
    const at = point * pathChannels
    path[at] = fromX + ((xs[to] ?? 0) - fromX) * share
    path[at + 1] = fromY + ((ys[to] ?? 0) - fromY) * share
    path[at + 4] = jumps[to] ? 1 : 0
  }
  return path
}

/** The direction at a point is that from the one before it to the one behind it. */
function withDirections(path: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  for (let point = 0; point < pathPoints; point++) {
    const before = Math.max(0, point - 1) * pathChannels
    const behind = Math.min(pathPoints - 1, point + 1) * pathChannels
    const alongX = (path[behind] ?? 0) - (path[before] ?? 0)
    const alongY = (path[behind + 1] ?? 0) - (path[before + 1] ?? 0)
    const length = Math.sqrt(alongX * alongX + alongY * alongY)
    const at = point * pathChannels
    path[at + 2] = length > 0 ? alongX / length : 0
    path[at + 3] = length > 0 ? alongY / length : 0
  }
  return path
}

/** What a judge is shown of a drawing: its picture, and the way the pen went. */
export type Shown = { readonly raster: Raster; readonly path: Float32Array }

/** @returns null when there is no point at all */
export function shownOf(strokes: readonly (readonly Position[])[]): Shown | null {
  const raster = rasterise(strokes)
  const path = penPathOf(strokes)
  return raster && path && { raster, path }
}
