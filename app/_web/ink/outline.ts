import { getStroke } from 'perfect-freehand'

/** How a pen writes: its width in the units of the points, and how speed makes its line thick or thin. */
export type PenStyle = { readonly size: number; readonly thinning: number; readonly streamline: number }

/** What players draw with, in logical units: on a phone about as wide as a felt tip. */
export const playerPen: PenStyle = { size: 46, thinning: 0.32, streamline: 0.3 }

/** What the logo and the digits of the pages are written with. */
export const housePen = (size: number): PenStyle => ({ size, thinning: 0.45, streamline: 0.35 })

/** A point in the plane, y down. */
export type XY = readonly [x: number, y: number]

/** What an outline is written to: a canvas path, or the text of an svg path. */
type Path = Pick<Path2D, 'moveTo' | 'quadraticCurveTo' | 'closePath'>

/**
 * The corners of the outline of a stroke, in order; near all of them stay where they are while the stroke grows.
 * @param isDone whether the stroke has ended: only then its line reaches the last point
 */
export function cornersOf(
  points: readonly (XY | { readonly x: number; readonly y: number })[],
  style: PenStyle,
  isDone = true,
): readonly XY[] {
  return getStroke(points as Exclude<(typeof points)[number], XY>[], {
    ...style,
    smoothing: 0.6,
    last: isDone,
  })
}

/** Traces an outline, round from midpoint to midpoint so that no corner of it shows. */
export function traceOutline(path: Path, corners: readonly XY[]): void {
  const [first] = corners
  if (!first) return
  path.moveTo(...first)
  corners.forEach(([x, y], index) => {
    const [nextX, nextY] = corners[index + 1] ?? first
    path.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2)
  })
  path.closePath()
}

/** The outline of a stroke as the `d` of an svg path. */
export function outlineOf(points: Parameters<typeof cornersOf>[0], style: PenStyle): string {
  let d = ''
  const at = (...numbers: number[]) => numbers.map((number) => number.toFixed(1)).join(' ')
  const path: Path = {
    moveTo: (x, y) => {
      d += `M${at(x, y)}`
    },
    quadraticCurveTo: (...numbers) => {
      d += `Q${at(...numbers)}`
    },
    closePath: () => {
      d += 'Z'
    },
  }
  traceOutline(path, cornersOf(points, style))
  return d
}
