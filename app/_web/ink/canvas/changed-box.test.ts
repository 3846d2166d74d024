import { expect, test } from 'vitest'
import { cornersOf, playerPen, traceOutline, type XY } from '../outline'
import { changedBox, type InkBox } from './changed-box'

/** An 8, with a sharp turn in it. */
const eight = Array.from({ length: 60 }, (_, index) => {
  const turn = (index / 40) * 2 * Math.PI
  return { x: Math.round(512 + 250 * Math.sin(2 * turn)), y: Math.round(512 - 400 * Math.cos(turn)) }
})
const pen = [...eight, { x: 300, y: 500 }, { x: 760, y: 500 }, { x: 300, y: 520 }]

/** The outline as a polygon that follows it closely. */
function polygonOf(corners: readonly XY[]): XY[] {
  const polygon: XY[] = []
  traceOutline(
    {
      moveTo: (x, y) => void polygon.push([x, y]),
      quadraticCurveTo(controlX, controlY, x, y) {
        const [fromX, fromY] = polygon.at(-1) ?? [x, y]
        for (const t of [0.5, 1]) {
          const at = (from: number, control: number, to: number) =>
            (1 - t) ** 2 * from + 2 * t * (1 - t) * control + t ** 2 * to
          polygon.push([at(fromX, controlX, x), at(fromY, controlY, y)])
        }
      },
      closePath() {},
    },
    corners,
  )
  return polygon
}

/** How often the outline winds round a place; what is filled is where it does at all. */
function windingAt(polygon: readonly XY[], [x, y]: XY): number {
  let winding = 0
  for (const [index, [fromX, fromY]] of polygon.entries()) {
    const [toX, toY] = polygon[(index + 1) % polygon.length] ?? [fromX, fromY]
    if (fromY <= y === toY <= y) continue
    const side = (toX - fromX) * (y - fromY) - (x - fromX) * (toY - fromY)
    if (fromY <= y ? side > 0 : side < 0) winding += fromY <= y ? 1 : -1
  }
  return winding
}

const isWithin = ({ left, top, right, bottom }: InkBox, [x, y]: XY) =>
  x >= left && x <= right && y >= top && y <= bottom

const places = Array.from(
  { length: 25 * 25 },
  (_, index): XY => [(index % 25) * 41 + 5, Math.floor(index / 25) * 41 + 5],
)

function windingsOf(corners: readonly XY[]): number[] {
  const polygon = polygonOf(corners)
  return places.map((place) => windingAt(polygon, place))
}

test('ink: where a stroke has grown, nothing has changed beside the box, and the box is round its end', () => {
  const shares: number[] = []
  let before: readonly XY[] = []
  let then = windingsOf(before)
  for (let length = 1; length <= pen.length + 1; length++) {
    const after = cornersOf(pen.slice(0, length), playerPen, length > pen.length)
    const box = changedBox(before, after)
    const now = windingsOf(after)
    expect(
      places.filter((place, index) => !isWithin(box, place) && now[index] !== then[index]),
      `of ${length} points`,
    ).toEqual([])
    then = now
    if (length > 12) shares.push(((box.right - box.left) * (box.bottom - box.top)) / 1024 ** 2)
    before = after
  }
  expect(Math.max(...shares)).toBeLessThan(0.2)
  expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeLessThan(0.03)
})

test('ink: the same outline has no box, one that comes or goes has all of it', () => {
  const corners: XY[] = [
    [10, 20],
    [90, 20],
    [50, 70],
  ]
  const whole = { left: 10, top: 20, right: 90, bottom: 70 }
  const box = changedBox(corners, [...corners])
  expect(box.left).toBeGreaterThan(box.right)
  expect(changedBox([], corners)).toEqual(whole)
  expect(changedBox(corners, [])).toEqual(whole)
})
