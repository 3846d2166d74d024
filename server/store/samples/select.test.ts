import { describe, expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import type { DrawingRecord } from '#game/records/record'
import { selectSample } from '#server/store/samples/select'
import { drawingBy, gameHeader, guessFor, playerNamed, roundOf } from '#server/testing/records'

const ada = playerNamed('Ada')

/** A seed whose first drawings are in no control share. */
const game = gameHeader({ seed: 1 })

const reasonOf = (overrides: Partial<DrawingRecord>) => {
  const drawing = drawingBy([ada], overrides)
  return selectSample(roundOf(game, 0, [drawing]), drawing)?.reason
}

describe('sample selection: a drawing that was hard for the network is kept, with the first reason that holds', () => {
  test.each<[string, Partial<DrawingRecord>]>([
    ['never_locked', { lock: null, guesses: [guessFor(7, 800, 2)] }],
    ['wrong_lock', { wrongLocks: 1 }],
    ['flipped_late', { guesses: [guessFor(1, 930, 1), guessFor(7, 990, 2)] }],
    ['low_margin', { guesses: [guessFor(1, 930, 1), guessFor(1, 599, 2)] }],
  ])('%s', (reason, overrides) => {
    expect(reasonOf(overrides)).toBe(reason)
  })

  test('a margin of 200 thousandths is no longer low', () => {
    expect(reasonOf({ guesses: [guessFor(1, 930, 1), guessFor(1, 600, 2)] })).toBeUndefined()
  })
})

describe('hard samples: the first reason that holds is kept', () => {
  const flipped = { guesses: [guessFor(7, 930, 1), guessFor(1, 599, 2)] }

  test.each<[string, Partial<DrawingRecord>]>([
    ['never_locked', { lock: null, wrongLocks: 1, ...flipped }],
    ['wrong_lock', { wrongLocks: 1, ...flipped }],
    ['flipped_late', flipped],
  ])('%s before all that come after it', (reason, overrides) => {
    expect(reasonOf(overrides)).toBe(reason)
  })
})

describe('hard samples: an answer flipped late if it was another when three quarters of the ink were there', () => {
  /** Guesses for digits, each after so many ops. */
  const saying = (...answers: [digit: number, opCount: number][]) =>
    reasonOf({ guesses: answers.map(([digit, opCount]) => guessFor(digit, 990, opCount)) })

  test('the last guess up to then is asked', () => {
    expect(saying([7, 3], [1, 4])).toBe('flipped_late')
    expect(saying([7, 2], [1, 3], [1, 4])).toBeUndefined()
    expect(saying([1, 2], [7, 3], [1, 4])).toBe('flipped_late')
  })

  test('a guess after three quarters of the ink is not asked, nor is the final one alone', () => {
    expect(saying([1, 3], [7, 4], [1, 5])).toBeUndefined()
    expect(saying([7, 4], [1, 5])).toBeUndefined()
    expect(saying([1, 1])).toBeUndefined()
  })

  test('[S13] a guess that was not sure of "not a digit" spoke for its digit', () => {
    expect(reasonOf({ guesses: [guessFor(1, 400, 1), guessFor(1, 990, 2)] })).toBeUndefined()
    expect(reasonOf({ guesses: [guessFor(1, 100, 1), guessFor(1, 990, 2)] })).toBe('flipped_late')
  })
})

test('[D5] sample selection: what was drawn by keyboard is never kept', () => {
  const hard = drawingBy([playerNamed('Ada')], { lock: null, isByKeyboard: true })
  expect(selectSample(roundOf(gameHeader(), 0, [hard]), hard)).toBeNull()
})

test('sample selection: prompt, guess and difficulty are told apart: a 1 surely seen as a 7 is as hard as can be', () => {
  const drawing = drawingBy([ada], { lock: null, guesses: [guessFor(7, 1000, 2)] })
  expect(selectSample(roundOf(game, 0, [drawing]), drawing)).toMatchObject({
    contributorId: ada.id,
    guess: 7,
    difficulty: 1000,
  })
})

describe('sample selection: however hard it was, a drawing is not kept', () => {
  const hard: Partial<DrawingRecord> = { lock: null }

  test.each<[string, Partial<DrawingRecord>]>([
    ['when several hands shared the canvas', { ...hard, players: [ada, playerNamed('Grace')] }],
    ['when nothing was drawn', { ...hard, ink: '', guesses: [] }],
    ['when the ink is gone, though it was guessed at', { ...hard, ink: '' }],
    ['when the network never saw it', { ...hard, guesses: [] }],
    ['when nobody’s name is on it', { ...hard, players: [] }],
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
  ])('%s', (_, overrides) => {
    expect(reasonOf(overrides)).toBeUndefined()
  })
})

test('sample selection: of drawings that were easy, about three in a hundred are kept as a control that the seed decides', () => {
  const kept = Array.from({ length: 10_000 }, (_, index) => {
    const drawing = drawingBy([ada], { canvas: index % 12, index: Math.floor(index / 12) })
    return selectSample(roundOf(game, index % 5, [drawing]), drawing)
  }).filter((sample) => sample !== null)
  expect(new Set(kept.map(({ reason }) => reason))).toEqual(new Set(['control']))
  expect(kept.length).toBeGreaterThan(240)
  expect(kept.length).toBeLessThan(360)
})

test('control samples: seed, round, canvas and place on the canvas all decide together', () => {
  const keptWith = (seed: number, round: number, canvas: number) => {
    const of = roundOf(gameHeader({ seed }), round, [])
    const indices = Array.from({ length: 1_000 }, (_, index) => index)
    const kept = indices.filter((index) => selectSample(of, drawingBy([ada], { canvas, index })) !== null)
    expect(kept.length).toBeGreaterThan(0)
    return kept.join()
  }
  expect(keptWith(1, 0, 0)).toBe(keptWith(1, 0, 0))
  expect(new Set([keptWith(1, 0, 0), keptWith(9, 0, 0), keptWith(1, 1, 0), keptWith(1, 0, 1)]).size).toBe(4)
})
