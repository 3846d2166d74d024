import { expect, test } from 'vitest'
import { PackedList } from '#game/packed-list'
import { settings } from '#game/settings'
import { answer, draw, lift, point } from '#game/testing/stories'
import { growInk, isJudged, newDrawing, noLockState } from './drawing'
import { editionOf, presentEdition } from './editions'
import { countPoints, inkLength } from './ink'
import { guessPacking, inkPacking } from './packings'
import { isDrawing, shapeOf } from './shape'

test('[S2] a drawing begins with its prompt, and nothing of it is decided', () => {
  expect(newDrawing(7, 2_000, 2)).toEqual({
    ...{ prompt: 7, promptAtMs: 2_000, settledMs: 2_000, edition: 2 },
    ...{
      ink: PackedList.of(inkPacking),
      pointCount: 0,
      guesses: PackedList.of(guessPacking),
      lock: null,
      wrongLocks: 0,
      lagCreditMs: 0,
      isByKeyboard: false,
      lockState: noLockState,
    },
  })
  expect('edition' in newDrawing(7, 0, undefined)).toBe(false)
})

test('[R7] a drawing is judged once the last guess has seen all of its ink; without ink there is nothing to judge', () => {
  const drawing = newDrawing(7, 0, undefined)
  const guesses = PackedList.of(guessPacking, [{ opCount: 1, thousandths: answer(7, 500) }])
  const drawn = growInk(drawing, [draw()])
  expect(isJudged(drawing)).toBe(true)
  expect(isJudged(drawn)).toBe(false)
  expect(isJudged({ ...drawn, guesses })).toBe(true)
  expect(isJudged({ ...growInk(drawn, [lift]), guesses })).toBe(false)
})

test('[S10] what says nothing of its edition has the first; an edition of tomorrow is refused', () => {
  expect([editionOf(), editionOf(1), editionOf(presentEdition)]).toEqual([1, 1, presentEdition])
  expect(() => editionOf(presentEdition + 1)).toThrow(`edition ${presentEdition + 1}`)
})

test('[D4] points are counted over all draws, and length from point to point of each', () => {
  const ink = [
    draw(point(0, 0), point(3, 4)),
    draw(point(3, 10)),
    lift,
    draw(point(100, 100), point(100, 101)),
  ]
  expect(countPoints(ink)).toBe(5)
  expect(inkLength(ink)).toBe(5 + 6 + 1)
})

test('[F1] the shape of a drawing is its box and its ink, whichever way it was drawn', () => {
  const strokes = [[point(30, 90), point(10, 90), point(10, 50)], [point(20, 60)]]
  expect(shapeOf(strokes)).toEqual({ width: 20, height: 40, inkLength: 60 })
  expect(shapeOf([])).toEqual({ width: 0, height: 0, inkLength: 0 })
})

const { leastExtent, leastInkPerExtent, straightInk, mostLean } = settings
const bent = (extent: number) => ({ width: extent, height: extent, inkLength: 3 * extent })

test('[F1] a drawing is one from its least extent on, be it high or wide', () => {
  expect(isDrawing(bent(leastExtent))).toBe(true)
  expect(isDrawing(bent(leastExtent - 1))).toBe(false)
  expect(isDrawing({ ...bent(leastExtent), width: 1 })).toBe(true)
  expect(isDrawing({ ...bent(leastExtent), height: 1 })).toBe(true)
})

test('[F1] and from so much ink for its extent on', () => {
  const upright = (inkLength: number) => isDrawing({ width: 0, height: 200, inkLength })
  expect(upright(200 * leastInkPerExtent)).toBe(true)
  expect(upright(200 * leastInkPerExtent - 1)).toBe(false)
})

test('[F1] a straight line has to stand; what bends need not', () => {
  const line = (width: number, bend = 1) => ({ width, height: 200, inkLength: bend * Math.hypot(width, 200) })
  expect(isDrawing(line(200 * mostLean))).toBe(true)
  expect(isDrawing(line(200 * mostLean + 1))).toBe(false)
  expect(isDrawing(line(150, straightInk - 0.001))).toBe(false)
  expect(isDrawing(line(150, straightInk + 0.001))).toBe(true)
})
