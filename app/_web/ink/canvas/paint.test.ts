import { afterEach, expect, test, vi } from 'vitest'
import type { InkOp } from '#game/drawing/ink'
import { fitCanvas, paintDone, paintLive, paintStrokes } from './paint'
import { growStrokes, noStrokes } from './stroke-state'

afterEach(() => vi.unstubAllGlobals())

/** A canvas as wide as the paper is in logical units, and what is done to it. */
function openCanvas() {
  class Path {
    moveTo() {}
    quadraticCurveTo() {}
    closePath() {}
  }
  vi.stubGlobal('Path2D', Path)
  vi.stubGlobal('window', { devicePixelRatio: 1 })
  const cleared: number[][] = []
  const clips: number[][] = []
  let filled: string[] = []
  const context = {
    fillStyle: '',
    clearRect: (...box: number[]) => void cleared.push(box),
    rect: (...box: number[]) => void clips.push(box),
    fill: () => void filled.push(context.fillStyle),
    ...{ save() {}, restore() {}, beginPath() {}, clip() {}, scale() {} },
  }
  const canvas = { clientWidth: 1024, getContext: () => context } as unknown as HTMLCanvasElement
  fitCanvas(canvas)
  return {
    canvas,
    /** Since the last time: the boxes that were cleared, [left, top, width, height], and the inks that went into them. */
    painted() {
      expect(clips).toEqual(cleared)
      const seen = { boxes: cleared.splice(0), inks: filled }
      clips.length = 0
      filled = []
      return seen
    },
  }
}

const draw = (...places: [number, number][]): InkOp => ({
  kind: 'draw',
  atMs: 0,
  points: places.map(([x, y]) => ({ x, y, t: 0 })),
})
const lift: InkOp = { kind: 'lift', atMs: 0 }
const inkOf = (hand = 0) => ['red', 'blue'][hand] ?? ''
const line = (top: number, from: number, to: number) =>
  draw(...Array.from({ length: (to - from) / 20 }, (_, at): [number, number] => [from + at * 20, top]))

test('painting: a stroke that grows is painted anew round its end alone', () => {
  const { canvas, painted } = openCanvas()
  const begun = growStrokes(noStrokes, [line(500, 100, 800)])
  paintLive(canvas, begun, inkOf)
  expect(painted().inks).toEqual(['red'])

  paintLive(canvas, growStrokes(begun, [draw([810, 500])]), inkOf)
  const [[left = 0, top = 0, width = 0, height = 0] = []] = painted().boxes
  expect(left).toBeGreaterThan(600)
  expect(left + width).toBeGreaterThan(800)
  expect([top, top + height].every((edge) => Math.abs(edge - 500) < 60)).toBe(true)
})

test('painting: a stroke that has ended is added, with all ink that lies in its place; the others stay', () => {
  const { canvas, painted } = openCanvas()
  const one = growStrokes(noStrokes, [line(200, 100, 800), lift], 0)
  paintDone(canvas, one, inkOf)
  painted()
  const two = growStrokes(one, [line(700, 100, 800), lift], 1)
  paintDone(canvas, two, inkOf)
  const { boxes, inks } = painted()
  expect(inks).toEqual(['red', 'blue'])
  expect(boxes[0]?.[1]).toBeGreaterThan(600)

  paintDone(canvas, two, inkOf)
  expect(painted().boxes).toEqual([])
})

test('painting: what is undone or cleared goes, and another ink is painted in its place', () => {
  const { canvas, painted } = openCanvas()
  const one = growStrokes(noStrokes, [line(200, 100, 800), lift])
  const two = growStrokes(one, [line(700, 100, 800), lift])
  paintStrokes(canvas, two, inkOf)
  painted()
  paintStrokes(canvas, one, inkOf)
  expect(painted().boxes[0]?.[1], 'only the second').toBeGreaterThan(600)
  paintStrokes(canvas, one, () => 'green')
  expect(painted().inks).toEqual(['green'])
  paintStrokes(canvas, noStrokes, inkOf)
  const { boxes, inks } = painted()
  expect(inks).toEqual([])
  expect(boxes).toHaveLength(1)
})

test('painting: a canvas of another size is painted as a whole', () => {
  const { canvas, painted } = openCanvas()
  const strokes = growStrokes(noStrokes, [line(200, 100, 800), lift])
  paintDone(canvas, strokes, inkOf)
  const first = painted()
  fitCanvas(canvas)
  paintDone(canvas, strokes, inkOf)
  expect(painted()).toEqual(first)
})
