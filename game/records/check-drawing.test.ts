import { describe, expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import type { Shown } from '#game/drawing/pen-path'
import { point } from '#game/testing/stories'
import { checkDrawing } from './check-drawing'
import { nothingDrawn, rescore } from './rescore'

const ink = encodeInk([
  { kind: 'draw', atMs: 600, points: [{ x: 500, y: 100, t: 590 }] },
  { kind: 'draw', atMs: 700, points: [{ x: 500, y: 900, t: 690 }] },
  { kind: 'lift', atMs: 710 },
  { kind: 'clear', atMs: 1_900 },
])
const sureOfOne = [0, 970, 0, 0, 0, 0, 0, 30, 0, 0, 0]
const unsure = [0, 400, 0, 0, 0, 0, 0, 300, 0, 0, 300]

/** A judge that knows a line from a dot. */
function classify(shown: readonly Shown[]) {
  return shown.map(({ raster }) => ({
    thousandths: raster.filter((level) => level > 0).length > 30 ? sureOfOne : unsure,
  }))
}

const drawn = { prompt: 1, promptAtMs: 0, ink } as const
const guesses = [
  { opCount: 1, thousandths: unsure },
  { opCount: 3, thousandths: sureOfOne },
  { opCount: 4, ...nothingDrawn },
]
const stored = { ...drawn, guesses, ...rescore(drawn, guesses) }

describe('[S10] scoring a stored drawing again', () => {
  test('agrees in every guess, lock and point with what an honest server stored, a cleared canvas included', () => {
    expect(stored.lock?.atMs).toBe(710)
    expect(checkDrawing(stored, classify)).toMatchObject({
      guesses: 3,
      sameGuesses: 3,
      isSameLock: true,
      isSamePoints: true,
    })
  })

  test('goes by the rules of its time: a tick that locked in 0.5.0 keeps its points, and would have none today', () => {
    const tick = encodeInk([
      { kind: 'draw', atMs: 600, points: [point(500, 500, 590), point(500, 504, 600)] },
    ])
    const drawn = { prompt: 1, promptAtMs: 0, ink: tick } as const
    const sure = [{ opCount: 1, thousandths: sureOfOne }]
    const stored = { ...drawn, guesses: sure, ...rescore(drawn, sure, 1) }
    const judge = (shown: readonly Shown[]) => shown.map(() => ({ thousandths: sureOfOne }))
    expect(stored.lock?.atMs).toBe(600)
    expect(checkDrawing(stored, judge, 1)).toMatchObject({ isSameLock: true, isSamePoints: true })
    expect(checkDrawing(stored, judge)).toMatchObject({ isSameLock: true, isSamePoints: true })
    expect(checkDrawing(stored, judge, 2)).toMatchObject({ isSameLock: false, isSamePoints: false })
  })

  test('finds points that were raised by hand', () => {
    expect(checkDrawing({ ...stored, points: stored.points + 1 }, classify)).toMatchObject({
      isSameLock: true,
      isSamePoints: false,
    })
  })

  test.each([
    ['when it locked', { lock: { atMs: 650, guessIndex: 1, heldIndex: 1 } }],
    ['the guess that began the lock', { lock: { atMs: 710, guessIndex: 0, heldIndex: 1 } }],
    ['the guess that held', { lock: { atMs: 710, guessIndex: 1, heldIndex: 2 } }],
    ['that it locked at all', { lock: null }],
    ['its wrong locks', { wrongLocks: 1 }],
  ])('finds %s where that was changed by hand', (_, change) => {
    expect(checkDrawing({ ...stored, ...change }, classify)).toMatchObject({
      sameGuesses: 3,
      isSameLock: false,
      isSamePoints: true,
    })
  })

  test.each(['speed', 'cleanness'] as const)('finds a %s that was changed by hand', (part) => {
    const check = checkDrawing({ ...stored, [part]: stored[part] + 0.001 }, classify)
    expect(check).toMatchObject({ isSameLock: true, isSamePoints: false })
  })

  test('agrees in a drawing that never locked, and finds a lock that was given to it', () => {
    const doubted = [{ opCount: 1, thousandths: unsure }]
    const never = { ...drawn, guesses: doubted, ...rescore(drawn, doubted) }
    expect(never.lock).toBeNull()
    expect(checkDrawing(never, classify)).toMatchObject({ isSameLock: true, isSamePoints: true })
    const given = { ...never, lock: { atMs: 600, guessIndex: 0, heldIndex: 0 } }
    expect(checkDrawing(given, classify)).toMatchObject({ isSameLock: false })
  })

  test('follows from the ink alone where no guess was kept', () => {
    const pruned = stored.guesses.map(({ opCount }) => ({ opCount, thousandths: null }))
    expect(checkDrawing({ ...stored, guesses: pruned }, classify)).toMatchObject({
      guesses: 0,
      sameGuesses: 0,
      isSameLock: true,
      isSamePoints: true,
    })
  })

  test('[S19] finds what the stroke network is said to have said where that was changed, added or taken away by hand', () => {
    const judge = (shown: readonly Shown[]) =>
      shown.map(() => ({ thousandths: sureOfOne, strokeThousandths: [0, 700, 0, 0, 0, 0, 0, 0, 0, 0, 300] }))
    const honest = [{ opCount: 1, thousandths: sureOfOne, promptStrokeThousandths: 700 }]
    const stored = { ...drawn, guesses: honest, ...rescore(drawn, honest) }
    expect(checkDrawing(stored, judge)).toMatchObject({ sameGuesses: 1 })
    const changed = honest.map((guess) => ({ ...guess, promptStrokeThousandths: 701 }))
    expect(checkDrawing({ ...stored, guesses: changed }, judge)).toMatchObject({ sameGuesses: 0 })
    const without = [{ opCount: 1, thousandths: sureOfOne }]
    expect(checkDrawing({ ...stored, guesses: without }, judge)).toMatchObject({ sameGuesses: 0 })
    expect(checkDrawing(stored, classify)).toMatchObject({ sameGuesses: 0 })
  })

  test('says so when the judge gives fewer answers than it was shown pictures', () => {
    expect(() => checkDrawing(stored, () => [{ thousandths: sureOfOne }])).toThrow('fewer pictures')
  })

  test('finds a guess that was made up, and does not build on it', () => {
    const madeUp = guesses.map((guess) => ({ ...guess, thousandths: sureOfOne }))
    const forged = { ...drawn, guesses: madeUp, ...rescore(drawn, madeUp) }
    const check = checkDrawing(forged, classify)
    expect(check).toMatchObject({ sameGuesses: 1, isSameLock: false, isSamePoints: false })
    expect(check.again.points).toBe(stored.points)
  })
})
