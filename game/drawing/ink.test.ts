import { expect, test } from 'vitest'
import { type InkOp, inkLength, strokesOf } from './ink'

const at = { atMs: 0 }
const draw = (...xs: number[]): InkOp => ({ kind: 'draw', ...at, points: xs.map((x) => ({ x, y: 0, t: 0 })) })
const [lift, undo, clear] = (['lift', 'undo', 'clear'] as const).map((kind): InkOp => ({ kind, ...at })) as [
  InkOp,
  InkOp,
  InkOp,
]
const xsOf = (ink: InkOp[], opCount?: number) =>
  strokesOf(ink, opCount).map((stroke) => stroke.map(({ x }) => x))

test('[D3] draws join into one stroke until the pen is lifted', () => {
  expect(xsOf([draw(1, 2), draw(3), lift, draw(4)])).toEqual([[1, 2, 3], [4]])
})

test('[D3] undo takes the last stroke away, lifted or not, and clear takes all', () => {
  expect(xsOf([draw(1), lift, draw(2), undo])).toEqual([[1]])
  expect(xsOf([draw(1), lift, draw(2), lift, undo, draw(3)])).toEqual([[1], [3]])
  expect(xsOf([draw(1), lift, clear, draw(5)])).toEqual([[5]])
  expect(xsOf([undo, clear])).toEqual([])
})

test('[S10] any earlier moment of a drawing can be had again', () => {
  const ink = [draw(1), draw(2), lift, clear, draw(3)]
  expect(xsOf(ink, 2)).toEqual([[1, 2]])
  expect(xsOf(ink, 4)).toEqual([])
})

test('[S9] the length of ink counts what was undone, not the way through the air', () => {
  expect(inkLength([draw(0, 10), lift, draw(100, 103), undo])).toBe(13)
})
