import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settings } from '#game/settings'
import { answer } from '#game/testing/stories'
import { cleannessOf, parMsOf, scoreDrawing, speedOf } from './score'

const digit = fc.integer({ min: 0, max: 9 })
const ms = fc.integer({ min: 0, max: 60_000 })

test('[S6] sooner is never worth less, and par is worth 0.8', () => {
  fc.assert(
    fc.property(digit, ms, ms, (prompt, one, other) => {
      const [sooner, later] = [Math.min(one, other), Math.max(one, other)]
      expect(speedOf(sooner, prompt)).toBeGreaterThanOrEqual(speedOf(later, prompt))
    }),
  )
  settings.parMs.forEach((par, d) => {
    expect(speedOf(par, d)).toBeCloseTo(0.8)
  })
})

test('[S15] the par of a sum has time to think on top, more for a harder one; the same share of par is worth the same', () => {
  const sums = [
    { left: 3, sign: 'plus', right: 4 },
    { left: 15, sign: 'minus', right: 8 },
    { left: 56, sign: 'divided', right: 8 },
  ] as const
  const pars = sums.map((sum) => parMsOf(7, sum))
  const { easy, medium, hard } = settings.sumParMs
  expect(pars.map((par) => par - parMsOf(7))).toEqual([easy, medium, hard])
  expect(pars).toEqual(pars.toSorted((one, other) => one - other))
  sums.forEach((sum) => {
    expect(speedOf(parMsOf(7, sum), 7, sum)).toBeCloseTo(speedOf(parMsOf(7), 7))
  })
})

test('[S6] half a second, one second and three are clearly apart for every digit', () => {
  for (let d = 0; d < 10; d++) {
    expect(speedOf(500, d) - speedOf(1000, d)).toBeGreaterThan(0.08)
    expect(speedOf(1000, d) - speedOf(3000, d)).toBeGreaterThan(0.35)
  }
})

test('[S7] each wrong lock costs, up to three; doubt costs a little', () => {
  expect([0, 1, 2, 3, 4].map((wrong) => Math.round(100 * cleannessOf(wrong, 1000)))).toEqual([
    100, 80, 60, 40, 40,
  ])
  expect(cleannessOf(0, 900)).toBeLessThan(cleannessOf(0, 1000))
})

test('[S8] a drawing that never locked earns in proportion to its best moment, and less than any lock', () => {
  const best = [200, 640, 10].map((thousandths, i) => ({
    opCount: i + 1,
    thousandths: answer(7, thousandths),
  }))
  expect(scoreDrawing({ prompt: 7, guesses: best, lock: null, wrongLocks: 2 }).points).toBe(64)
  expect(scoreDrawing({ prompt: 7, guesses: [], lock: null, wrongLocks: 0 }).points).toBe(0)
})

test('[S1] points stay between nothing and the most there is', () => {
  fc.assert(
    fc.property(
      digit,
      ms,
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 1000 }),
      (prompt, atMs, wrongLocks, p) => {
        const guesses = [{ opCount: 1, thousandths: answer(prompt, p) }]
        const lock = { atMs, guessIndex: 0, heldIndex: 0 }
        const { points } = scoreDrawing({ prompt, guesses, lock, wrongLocks })
        expect(Number.isInteger(points)).toBe(true)
        expect(points).toBeGreaterThanOrEqual(0)
        expect(points).toBeLessThanOrEqual(settings.maxPoints)
      },
    ),
  )
})

test('[S7] doubt is taken from the guess that held, not from the one that began the lock', () => {
  const guesses = [910, 990, 950].map((thousandths, index) => ({
    opCount: index + 1,
    thousandths: answer(7, thousandths),
  }))
  const lock = { atMs: 700, guessIndex: 0, heldIndex: 1 }
  const { cleanness } = scoreDrawing({ prompt: 7, guesses, lock, wrongLocks: 0 })
  expect(cleanness).toBe(cleannessOf(0, 990))
  expect(cleanness).not.toBe(cleannessOf(0, 910))
})

test('[S1] the points of a lock are rounded to the nearest, neither always up nor always down', () => {
  const rests = Array.from({ length: 400 }, (_, index) => {
    const lock = { atMs: 100 + 7 * index, guessIndex: 0, heldIndex: 0 }
    const guesses = [{ opCount: 1, thousandths: answer(7, 950) }]
    const { points, speed, cleanness } = scoreDrawing({ prompt: 7, guesses, lock, wrongLocks: 0 })
    return points - settings.maxPoints * speed * cleanness
  })
  expect(Math.max(...rests)).toBeLessThanOrEqual(0.5)
  expect(Math.min(...rests)).toBeGreaterThanOrEqual(-0.5)
})

test('[S8] without a lock nobody earns more than their share, and for less than a point nothing', () => {
  for (let best = 0; best <= 1000; best++) {
    const guesses = [{ opCount: 1, thousandths: answer(7, best) }]
    const { points } = scoreDrawing({ prompt: 7, guesses, lock: null, wrongLocks: 0 })
    const share = (settings.maxConsolationPoints * best) / 1000
    expect(share - points).toBeGreaterThanOrEqual(0)
    expect(share - points).toBeLessThan(1)
  }
})
