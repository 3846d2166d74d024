import { expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import { answerChangesOf, guessIndexAt, makeTimeline, strokesAt } from './timeline'

const seven = [10, 0, 0, 0, 0, 0, 0, 900, 0, 0, 90]
const one = [10, 900, 0, 0, 0, 0, 0, 0, 0, 0, 90]
const timeline = makeTimeline({
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

test('replay timeline: ink appears point by point, in the rhythm of the pen, and is complete when it arrived', () => {
  const points = (atMs: number) => strokesAt(timeline, atMs).strokes.flat().length
  expect([459, 460, 480, 500].map(points)).toEqual([0, 1, 2, 3])
})

test('replay timeline: undone ink goes away again', () => {
  expect(strokesAt(timeline, 899).strokes).toHaveLength(2)
  expect(strokesAt(timeline, 900).strokes).toHaveLength(1)
})

test('replay timeline: a stroke that is finished stays the same object wherever the replay seeks', () => {
  expect(strokesAt(timeline, 700).strokes[0]).toBe(strokesAt(timeline, 5_000).strokes[0])
})

test('replay timeline: a guess stands from when the ink it saw arrived', () => {
  expect([499, 500, 519, 520, 9_000].map((atMs) => guessIndexAt(timeline, atMs))).toEqual([-1, 0, 0, 1, 2])
})

test('replay timeline: the moment that changed the mind of the network is found', () => {
  expect(answerChangesOf(timeline)).toEqual([{ atMs: 520, from: 1, to: 7 }])
})

test('replay timeline: an empty canvas makes an empty timeline', () => {
  const empty = makeTimeline({ ink: '', guesses: [] })
  expect(strokesAt(empty, 100).strokes).toEqual([])
  expect(guessIndexAt(empty, 100)).toBe(-1)
})

test('[D6] replay timeline: ink is of the hand that drew it, while it is drawn and afterwards', () => {
  const stroke = (atMs: number) => ({ kind: 'draw' as const, atMs, points: [{ x: 9, y: 9, t: atMs - 20 }] })
  const shared = makeTimeline({
    ink: encodeInk([stroke(500), { kind: 'lift', atMs: 500 }, stroke(800), stroke(900)]),
    guesses: [],
    hands: [
      { from: 0, player: 1 },
      { from: 2, player: 0 },
    ],
  })
  expect([500, 800, 900].map((atMs) => strokesAt(shared, atMs).hands)).toEqual([[1], [1, 0], [1, 0]])
})
