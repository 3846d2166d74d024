import { describe, expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import type { DrawingRecord } from '#game/records/record'
import { selectSample } from '#server/store/samples/select'
import { drawingBy, gameHeader, guessFor, playerNamed, roundOf } from '#server/testing/records'

const ada = playerNamed('Ada')

/** A seed whose first drawings are in no control share. */
const game = gameHeader({ seed: 1 })

const selectedOf = (overrides: Partial<DrawingRecord>) => {
  const drawing = drawingBy([ada], overrides)
  return selectSample(roundOf(game, 0, [drawing]), drawing)
}
const reasonOf = (overrides: Partial<DrawingRecord>) => selectedOf(overrides)?.reason
const reasonsOf = (overrides: Partial<DrawingRecord>) => selectedOf(overrides)?.reasons ?? []

describe('[C15] sample selection: a drawing that was hard for the network is kept, with the first reason that holds', () => {
  test.each<[string, Partial<DrawingRecord>]>([
    ['never_locked', { lock: null, guesses: [guessFor(7, 800, 2)] }],
    ['wrong_lock', { wrongLocks: 1 }],
    ['flipped_late', { guesses: [guessFor(1, 930, 1), guessFor(7, 990, 2)] }],
    ['low_margin', { guesses: [guessFor(1, 930, 1), guessFor(1, 599, 2)] }],
  ])('%s', (reason, overrides) => {
    expect(reasonOf(overrides)).toBe(reason)
    expect(reasonsOf(overrides)).toEqual([reason])
  })

  test('a margin of 200 thousandths is no longer low', () => {
    expect(reasonOf({ guesses: [guessFor(1, 930, 1), guessFor(1, 600, 2)] })).toBeUndefined()
  })
})

describe('[C15] no sample: what was asked for is no label of what was drawn', () => {
  const hard = [
    { lock: null, guesses: [guessFor(7, 990, 2)] },
    { wrongLocks: 1, guesses: [guessFor(7, 990, 1), guessFor(1, 990, 2)] },
  ]

  test('the answer to a sum: a 7 that is well drawn and wrong is no misread 1', () => {
    const sum = { left: 8, sign: 'minus', right: 7 } as const
    for (const overrides of hard) {
      expect(reasonOf(overrides)).toBeDefined()
      expect(selectedOf({ ...overrides, sum })).toBe(null)
    }
  })

  test('what was drawn with a modifier', () => {
    for (const modifier of ['mirror', 'blind', 'one-stroke', 'other-hand'] as const) {
      const drawing = drawingBy([ada], { lock: null, guesses: [guessFor(7, 800, 2)] })
      const twisted = { ...game, settings: { ...game.settings, modifier } }
      expect(selectSample(roundOf(twisted, 0, [drawing]), drawing)).toBe(null)
    }
  })

  test('nor are they in the control share', () => {
    const sum = { left: 8, sign: 'minus', right: 7 } as const
    for (let seed = 0; seed < 300; seed++) {
      const drawing = drawingBy([ada], { sum })
      expect(selectSample(roundOf(gameHeader({ seed }), 0, [drawing]), drawing)).toBe(null)
    }
  })
})

test('[C15] hard samples: all reasons that hold are kept, in one order', () => {
  const doubtful = { guesses: [guessFor(7, 930, 1), guessFor(1, 599, 2)] }
  expect(reasonsOf({ lock: null, wrongLocks: 1, ...doubtful })).toEqual([
    'never_locked',
    'wrong_lock',
    'flipped_late',
    'low_margin',
  ])
  expect(reasonsOf({ wrongLocks: 1, ...doubtful })).toEqual(['wrong_lock', 'flipped_late', 'low_margin'])
  expect(reasonsOf(doubtful)).toEqual(['flipped_late', 'low_margin'])
})

describe('[C15] hard samples: a drawing flipped late if it ends as another digit, or became the right one late and in doubt', () => {
  /** Guesses for digits, each after so many ops. */
  const saying = (...answers: [digit: number, opCount: number, thousandths?: number][]) =>
    reasonOf({
      guesses: answers.map(([digit, opCount, thousandths = 990]) => guessFor(digit, thousandths, opCount)),
    })

  test('one that the network is sure of at the end is easy, whatever it was taken for before', () => {
    expect(saying([7, 3], [1, 4])).toBeUndefined()
    expect(saying([7, 3], [1, 4, 901])).toBeUndefined()
    expect(saying([7, 3], [1, 4, 900])).toBe('flipped_late')
  })

  test('one that locked and ends as another digit, or as none, is hard, however surely', () => {
    expect(saying([1, 3], [7, 4])).toBe('flipped_late')
    expect(saying([1, 1], [10, 4])).toBe('flipped_late')
  })

  test('of what came before, the last guess up to three quarters of the ink is asked', () => {
    expect(saying([7, 3], [1, 4, 850])).toBe('flipped_late')
    expect(saying([7, 2], [1, 3], [1, 4, 850])).toBeUndefined()
    expect(saying([1, 2], [7, 3], [1, 4, 850])).toBe('flipped_late')
    expect(saying([1, 3], [7, 4], [1, 5, 850])).toBeUndefined()
    expect(saying([7, 4], [1, 5, 850])).toBeUndefined()
  })

  test('[S13] a guess that was not sure of "not a digit" spoke for its digit', () => {
    expect(saying([1, 1, 400], [1, 2, 850])).toBeUndefined()
    expect(saying([1, 1, 100], [1, 2, 850])).toBe('flipped_late')
  })
})

test('[D5] sample selection: what was drawn by keyboard is never kept', () => {
  const hard = drawingBy([playerNamed('Ada')], { lock: null, isByKeyboard: true })
  expect(selectSample(roundOf(gameHeader(), 0, [hard]), hard)).toBeNull()
})

test('[C15] sample selection: every drawing that ends as something else than the prompt is kept, and no sure and quick one', () => {
  const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  const lock = { atMs: 560, guessIndex: 0, heldIndex: 1 }
  for (const answer of digits)
    for (const sure of [400, 700, 999])
      for (const locked of [lock, null]) {
        const guesses = [guessFor(1, 930, 1), guessFor(1, 930, 2), guessFor(answer, sure, 3)]
        const isRight = answer === 1 || (answer === 10 && sure < 900)
        if (!isRight) expect(reasonsOf({ guesses, lock: locked }), `${answer} ${sure}`).not.toEqual([])
      }
  for (const begun of digits)
    expect(reasonsOf({ guesses: [guessFor(begun, 999, 1), guessFor(1, 950, 4)] })).toEqual([])
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

/** Ten thousand drawings of one kind, and what was kept of them. */
const keptOf = (overrides: Partial<DrawingRecord>) =>
  Array.from({ length: 10_000 }, (_, index) => {
    const drawing = drawingBy([ada], { canvas: index % 12, index: Math.floor(index / 12), ...overrides })
    return selectSample(roundOf(game, index % 5, [drawing]), drawing)
  })

test('[C15] control samples: about three in a hundred drawings, which the seed decides, and the same ones whether they are hard or easy', () => {
  const isControl = (sample: ReturnType<typeof selectSample>) => sample?.reasons.includes('control') ?? false
  const [easy, hard] = [keptOf({}), keptOf({ lock: null })]
  expect(new Set(easy.map((sample) => sample?.reasons.join()))).toEqual(new Set([undefined, 'control']))
  const kept = easy.filter(isControl)
  expect(kept.length).toBeGreaterThan(240)
  expect(kept.length).toBeLessThan(360)
  expect(hard.map(isControl)).toEqual(easy.map(isControl))
  expect(hard.every((sample) => sample?.reason === 'never_locked')).toBe(true)
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
