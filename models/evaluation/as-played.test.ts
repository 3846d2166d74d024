import { expect, test } from 'vitest'
import { settings } from '#game/settings'
import { asPlayed, timeStrokes } from './as-played'

const times = (drawing: Parameters<typeof timeStrokes>[0]) =>
  timeStrokes(drawing).map((stroke) => stroke.map(({ t }) => Math.round(t)))

const bar = [
  { x: 0, y: 0, t: 0 },
  { x: 0, y: 9, t: 40 },
]

test('one clock over all strokes is kept, counted from the first touch', () => {
  const later = (ms: number) => bar.map((point) => ({ ...point, t: point.t + ms }))
  expect(times({ strokes: [later(500), later(900)] })).toEqual([
    [0, 40],
    [400, 440],
  ])
})

test('a clock that begins anew with each stroke gets a pause of 150 ms between strokes', () => {
  expect(times({ strokes: [bar, bar] })).toEqual([
    [0, 40],
    [190, 230],
  ])
})

test('points without times come a hundred a second', () => {
  const untimed = bar.map(({ x, y }) => ({ x, y, t: null }))
  expect(times({ strokes: [untimed, untimed] })).toEqual([
    [0, 10],
    [160, 170],
  ])
})

test('time that jumps back within a stroke stands still instead', () => {
  const jumpy = [...bar, { x: 0, y: 12, t: 20 }, { x: 0, y: 15, t: 60 }]
  expect(times({ strokes: [jumpy] })).toEqual([[0, 40, 40, 60]])
})

test('ink arrives in batches, each at its end, with a lift after every stroke', () => {
  const ink = asPlayed({ strokes: [bar, bar] })
  expect(ink.map(({ kind, atMs }) => [kind, atMs / settings.inkBatchMs])).toEqual([
    ['draw', 1],
    ['draw', 2],
    ['lift', 2],
    ['draw', 6],
    ['draw', 7],
    ['lift', 7],
  ])
})

test('no strokes, no ink', () => {
  expect(asPlayed({ strokes: [] })).toEqual([])
  expect(asPlayed({ strokes: [[]] })).toEqual([])
})
