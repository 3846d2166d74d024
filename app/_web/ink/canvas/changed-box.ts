import type { XY } from '../outline'

/** A rectangle in logical units; empty where its left is not less than its right. */
export type InkBox = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const emptyBox: InkBox = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }

/** What lies around a corner is drawn from the midpoint before the one before it to the midpoint behind the next. */
const cornersAside = 2

/**
 * Where an outline differs from what it was: of a stroke that grows, only round its end.
 * @param before corners of the outline; none where there was none @param after likewise
 * @returns a box that holds everything in which the areas of the two differ
 */
export function changedBox(before: readonly XY[], after: readonly XY[]): InkBox {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && isSame(before[start], after[start])) start++
  if (start === before.length && start === after.length) return emptyBox
  let end = 0
  while (end < most - start && isSame(before.at(-1 - end), after.at(-1 - end))) end++
  return joinBoxes(boxAround(before, start, end), boxAround(after, start, end))
}

/** The box round all corners but so many at the start and at the end, and those beside them. */
function boxAround(corners: readonly XY[], start: number, end: number): InkBox {
  const { length } = corners
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let index = start - cornersAside; index < length - end + cornersAside; index++) {
    // The outline is closed: beside its first corner is its last.
    const corner = corners[(index + cornersAside * length) % length]
    if (!corner) continue
    left = Math.min(left, corner[0])
    right = Math.max(right, corner[0])
    top = Math.min(top, corner[1])
    bottom = Math.max(bottom, corner[1])
  }
  return { left, top, right, bottom }
}

export function joinBoxes(one: InkBox, other: InkBox): InkBox {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  }
}

function isSame(one: XY | undefined, other: XY | undefined): boolean {
  return one !== undefined && other !== undefined && one[0] === other[0] && one[1] === other[1]
}
