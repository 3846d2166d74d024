import { getStroke } from 'perfect-freehand'

/** How a pen writes: its width in the units of the points, and how speed makes its line thick or thin. */
export type PenStyle = { readonly size: number; readonly thinning: number; readonly streamline: number }

/** What players draw with, in logical units: on a phone about as wide as a felt tip. */
export const playerPen: PenStyle = { size: 46, thinning: 0.32, streamline: 0.3 }

/** What the logo and the digits of the pages are written with. */
export const housePen = (size: number): PenStyle => ({ size, thinning: 0.45, streamline: 0.35 })

/** A seventh of the player's pen. */
const coarseApart = 6.5

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

/** Without the corners that are nearer than `coarseApart` to the one before. */
function thinned(corners: readonly XY[]): readonly XY[] {
  const left: XY[] = corners.slice(0, 1)
  for (const [x, y] of corners) {
    const [lastX, lastY] = left.at(-1) ?? [x, y]
    if (Math.hypot(x - lastX, y - lastY) >= coarseApart) left.push([x, y])
  }
  return left
}

/**
 * The outline of a stroke as the `d` of an svg path.
 * @param detail to a tenth of a unit, or to what is seen of a player's ink in a small picture, in less text
 */
export function outlineOf(
  points: Parameters<typeof cornersOf>[0],
  style: PenStyle,
  detail: 'fine' | 'coarse' = 'fine',
): string {
  const isFine = detail === 'fine'
  const scale = isFine ? 10 : 1
  let d = ''
  let [atX, atY] = [0, 0]
  // From where the pen is, as it was rounded: so text is short, and no error adds up.
  const from = (x: number, y: number) =>
    `${(Math.round(x * scale) - atX) / scale} ${(Math.round(y * scale) - atY) / scale}`
  const goTo = (x: number, y: number) => {
    atX = Math.round(x * scale)
    atY = Math.round(y * scale)
  }
  const path: Path = {
    moveTo: (x, y) => {
      d += `m${from(x, y)}`
      goTo(x, y)
    },
    quadraticCurveTo: (controlX, controlY, x, y) => {
      d += `q${from(controlX, controlY)} ${from(x, y)}`
      goTo(x, y)
    },
    closePath: () => {
      d += 'z'
    },
  }
  const corners = cornersOf(points, style)
  traceOutline(path, isFine ? corners : thinned(corners))
  return d
}
