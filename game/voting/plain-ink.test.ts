import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type InkOp, type Stroke, strokesOf } from '#game/drawing/ink'
import { decodeInk, encodeInk } from '#game/drawing/ink-codec'
import { shapeOf } from '#game/drawing/shape'
import { settings } from '#game/settings'
import { draw, lift, point } from '#game/testing/stories'
import { goldDrawing } from './gold-drawing'
import { plainInk } from './plain-ink'

const grid = fc.integer({ min: 0, max: settings.gridSize - 1 })
const strokes = fc.array(fc.array(fc.tuple(grid, grid), { minLength: 1, maxLength: 12 }), {
  minLength: 1,
  maxLength: 5,
})

/** A hand that draws these strokes: how quickly, in how many batches, with what on the way that it takes back. */
function drawn(
  lines: readonly (readonly (readonly [number, number])[])[],
  msPerPoint: number,
  batch: number,
) {
  let t = 0
  return lines.flatMap((line): InkOp[] => {
    const points = line.map(([x, y]) => {
      t += msPerPoint
      return point(x, y, t)
    })
    const batches = Array.from({ length: Math.ceil(points.length / batch) }, (_, at) =>
      draw(...points.slice(at * batch, (at + 1) * batch)),
    )
    const takenBack = batch % 2 === 0 ? [draw(point(1, 1, t)), lift, { kind: 'undo', atMs: t } as const] : []
    return [...batches, lift, ...takenBack]
  })
}

test('[R34] papers: how quickly a drawing was made, in which batches, and what was taken back is not in its text', () => {
  fc.assert(
    fc.property(
      strokes,
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 1, max: 6 }),
      (lines, ms, batch) => {
        const text = encodeInk(plainInk(drawn(lines, ms, batch)))
        expect(text).toBe(encodeInk(plainInk(drawn(lines, 16, 99))))
        const points = strokesOf(decodeInk(text)).flat()
        expect(points.map(({ t }) => t)).toEqual(points.map((_, at) => 16 * (at + 1)))
      },
    ),
  )
})

test('[R34] papers: from which end a stroke was drawn, and which stroke first, is not in its text', () => {
  const down = [
    [100, 100],
    [140, 500],
    [90, 900],
  ] as const
  const across = [
    [60, 480],
    [400, 470],
  ] as const
  const lines = [down, across]
  const texts = [lines, lines.toReversed(), lines.map((line) => line.toReversed())].map((each) =>
    encodeInk(plainInk(drawn(each, 16, 99))),
  )
  expect(new Set(texts).size).toBe(1)
})

const ends = (stroke: Stroke) => [stroke[0], stroke.at(-1)].map((end) => `${end?.x} ${end?.y}`).sort()

test('[R34] papers: a drawing looks as it did, and can be read by the browser, however long it is', () => {
  fc.assert(
    fc.property(strokes, (lines) => {
      const before = strokesOf(drawn(lines, 16, 99))
      const after = strokesOf(decodeInk(encodeInk(plainInk(drawn(lines, 16, 99)))))
      expect(after.map(ends).sort()).toEqual(before.map(ends).sort())
      // Corners are cut by less than half of a pen's width.
      const [shown, was] = [shapeOf(after), shapeOf(before)]
      expect(Math.abs(shown.width - was.width)).toBeLessThan(24)
      expect(Math.abs(shown.height - was.height)).toBeLessThan(24)
    }),
  )
})

test('[R34] papers: a made-up drawing has nothing in its text that one by a hand has not', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const ink = decodeInk(goldDrawing(seed).inkText)
    const hand = strokesOf(ink).map((stroke) => stroke.map(({ x, y }) => [x, y] as const))
    expect(encodeInk(plainInk(ink))).toBe(encodeInk(plainInk(drawn(hand, 9, 3))))
  }
})
