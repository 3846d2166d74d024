import { limits } from './limits'
import { type ArrivedPoint, type LockedInk, spanMs } from './locked-ink'

/**
 * How much the speed of a pen varied: its deviation over stretches of `stretchMs`, as a share of its mean.
 * @returns null where there are too few stretches to tell
 */
export function speedVariation(strokes: LockedInk['strokes']): number | null {
  // Whose points have no times of their own is measured by their arrival.
  const clock = spanMs(strokes, 't') * 2 < spanMs(strokes, 'atMs') ? 'atMs' : 't'
  const speeds = strokes.flatMap((stroke) => speedsOf(stroke, clock))
  if (speeds.length < limits.leastStretches) return null
  const mean = speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length
  const variance = speeds.reduce((sum, speed) => sum + (speed - mean) ** 2, 0) / speeds.length
  return mean === 0 ? null : Math.sqrt(variance) / mean
}

function speedsOf(stroke: readonly ArrivedPoint[], clock: 't' | 'atMs'): number[] {
  const speeds: number[] = []
  let length = 0
  let [begin, before] = [stroke[0], stroke[0]]
  for (const point of stroke) {
    if (!begin || !before) break
    length += Math.sqrt((point.x - before.x) ** 2 + (point.y - before.y) ** 2)
    before = point
    const ms = point[clock] - begin[clock]
    if (ms < limits.stretchMs) continue
    speeds.push(length / ms)
    begin = point
    length = 0
  }
  return speeds
}
