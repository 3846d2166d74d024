import { describe, expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import type { DrawingRecord } from '#game/records/record'
import { selectSample } from '#server/store/samples/select'
import { drawingBy, gameHeader, guessFor, playerNamed, roundOf } from '#server/testing/records'

const ada = playerNamed('Ada')

/** A seed whose first drawings are not drawn by lot. */
const game = gameHeader({ seed: 1 })

const reasonOf = (wishes: Partial<DrawingRecord>) => {
  const drawing = drawingBy([ada], wishes)
  return selectSample(roundOf(game, 0, [drawing]), drawing)?.reason
}

describe('a drawing that was hard for the network is kept, with the first reason that holds', () => {
  test.each<[string, Partial<DrawingRecord>]>([
    ['never_locked', { lock: null, guesses: [guessFor(7, 800, 2)] }],
    ['wrong_lock', { wrongLocks: 1 }],
    ['flipped_late', { guesses: [guessFor(1, 930, 1), guessFor(7, 990, 2)] }],
    ['low_margin', { guesses: [guessFor(1, 930, 1), guessFor(1, 599, 2)] }],
  ])('%s', (reason, wishes) => {
    expect(reasonOf(wishes)).toBe(reason)
  })

  test('a margin of 200 thousandths is no longer low', () => {
    expect(reasonOf({ guesses: [guessFor(1, 930, 1), guessFor(1, 600, 2)] })).toBeUndefined()
  })
})

test('[D5] what was drawn by keyboard is never kept', () => {
  const hard = drawingBy([playerNamed('Ada')], { lock: null, isByKeyboard: true })
  expect(selectSample(roundOf(gameHeader(), 0, [hard]), hard)).toBeNull()
})

test('prompt, guess and difficulty are told apart: a 1 surely seen as a 7 is as hard as can be', () => {
  const drawing = drawingBy([ada], { lock: null, guesses: [guessFor(7, 1000, 2)] })
  expect(selectSample(roundOf(game, 0, [drawing]), drawing)).toMatchObject({
    contributorId: ada.id,
    guess: 7,
    difficulty: 1000,
  })
})

describe('however hard it was, a drawing is not kept', () => {
  const hard: Partial<DrawingRecord> = { lock: null }

  test.each<[string, Partial<DrawingRecord>]>([
    ['when several hands shared the canvas', { ...hard, players: [ada, playerNamed('Grace')] }],
    ['when nothing was drawn', { ...hard, ink: '', guesses: [] }],
    [
      'when it is a dot',
      { ...hard, ink: encodeInk([{ kind: 'draw', atMs: 1, points: [{ x: 1, y: 1, t: 1 }] }]) },
    ],
    [
      'when everything was cleared again',
      {
        ...hard,
        ink: encodeInk([
          { kind: 'draw', atMs: 1, points: [{ x: 1, y: 1, t: 1 }] },
          { kind: 'clear', atMs: 2 },
        ]),
      },
    ],
  ])('%s', (_, wishes) => {
    expect(reasonOf(wishes)).toBeUndefined()
  })
})

test('of drawings that were easy, about three in a hundred are kept by a lot that the seed decides', () => {
  const kept = Array.from({ length: 10_000 }, (_, index) => {
    const drawing = drawingBy([ada], { canvas: index % 12, index: Math.floor(index / 12) })
    return selectSample(roundOf(game, index % 5, [drawing]), drawing)
  }).filter((sample) => sample !== null)
  expect(new Set(kept.map(({ reason }) => reason))).toEqual(new Set(['control']))
  expect(kept.length).toBeGreaterThan(240)
  expect(kept.length).toBeLessThan(360)
})
