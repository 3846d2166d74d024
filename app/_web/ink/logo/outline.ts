import { getStroke } from 'perfect-freehand'
import type { Place } from './handwriting'

/** The outline of a stroke as an svg path, round from midpoint to midpoint so that no corner of it shows. */
export function outlineOf(places: readonly Place[], width: number): string {
  const outline = getStroke(places as [number, number][], {
    size: width,
    thinning: 0.45,
    smoothing: 0.6,
    streamline: 0.35,
  })
  const curves = outline.map(([x, y], index) => {
    const [nextX, nextY] = outline[(index + 1) % outline.length] ?? [x, y]
    return `${x.toFixed(1)} ${y.toFixed(1)} ${((x + nextX) / 2).toFixed(1)} ${((y + nextY) / 2).toFixed(1)}`
  })
  const [startX = 0, startY = 0] = outline[0] ?? []
  return `M${startX.toFixed(1)} ${startY.toFixed(1)}Q${curves.join('Q')}Z`
}
