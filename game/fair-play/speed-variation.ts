import { fairPlayLimits } from './limits'
import { type ArrivedPoint, type LockedInk, strokesMs } from './locked-ink'
import { variationOf } from './variation'

/**
 * How much the speed of a pen varied: its deviation over stretches of `stretchMs`, as a share of its mean.
 * @returns null where there are too few stretches to tell; 0 where the points have no times of their own
 */
export function speedVariation(strokes: LockedInk['strokes']): number | null {
  if (strokesMs(strokes, 'atMs') > 2 * strokesMs(strokes, 't') + fairPlayLimits.mostDelayMs) return 0
  const speeds = strokes.flatMap(speedsOf)
  if (speeds.length < fairPlayLimits.leastStretches) return null
  return variationOf(speeds)
}

function speedsOf(stroke: readonly ArrivedPoint[]): number[] {
  const speeds: number[] = []
  let length = 0
  let [begin, before] = [stroke[0], stroke[0]]
  for (const point of stroke) {
    if (!begin || !before) break
    length += Math.sqrt((point.x - before.x) ** 2 + (point.y - before.y) ** 2)
    before = point
    const ms = point.t - begin.t
    if (ms < fairPlayLimits.stretchMs) continue
    speeds.push(length / ms)
    begin = point
    length = 0
  }
  return speeds
}
