import { expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import { flipsOf, guessIndexAt, makeFilm, sheetAt } from './film'

const seven = [10, 0, 0, 0, 0, 0, 0, 900, 0, 0, 90]
const one = [10, 900, 0, 0, 0, 0, 0, 0, 0, 0, 90]
const film = makeFilm({
  ink: encodeInk([
    {
      kind: 'draw',
      atMs: 500,
      points: [
        { x: 100, y: 100, t: 430 },
        { x: 300, y: 100, t: 450 },
        { x: 500, y: 100, t: 470 },
      ],
    },
    { kind: 'lift', atMs: 520 },
    { kind: 'draw', atMs: 800, points: [{ x: 300, y: 500, t: 780 }] },
    { kind: 'undo', atMs: 900 },
  ]),
  guesses: [
    { opCount: 1, thousandths: one },
    { opCount: 2, thousandths: seven },
    { opCount: 3, thousandths: seven },
  ],
})

test('ink appears point by point, in the rhythm of the pen, and is complete when it arrived', () => {
  const points = (atMs: number) => sheetAt(film, atMs).strokes.flat().length
  expect([459, 460, 480, 500].map(points)).toEqual([0, 1, 2, 3])
})

test('undone ink goes away again', () => {
  expect(sheetAt(film, 899).strokes).toHaveLength(2)
  expect(sheetAt(film, 900).strokes).toHaveLength(1)
})

test('a stroke that is finished stays the same object, however the film is wound', () => {
  expect(sheetAt(film, 700).strokes[0]).toBe(sheetAt(film, 5_000).strokes[0])
})

test('a guess stands from when the ink it saw arrived', () => {
  expect([499, 500, 519, 520, 9_000].map((atMs) => guessIndexAt(film, atMs))).toEqual([-1, 0, 0, 1, 2])
})

test('the moment that changed the mind of the network is found', () => {
  expect(flipsOf(film)).toEqual([{ atMs: 520, from: 1, to: 7 }])
})

test('an empty canvas makes an empty film', () => {
  const empty = makeFilm({ ink: '', guesses: [] })
  expect(sheetAt(empty, 100).strokes).toEqual([])
  expect(guessIndexAt(empty, 100)).toBe(-1)
})
