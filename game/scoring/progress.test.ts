import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelCount } from '#game/protocol/constants'
import type { Digit } from '#game/protocol/scalars'
import { drawingProgress, mostUnlocked, type ProgressInput } from './progress'

const digits: readonly Digit[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
const prompt = fc.constantFrom(...digits)
const inkLength = fc.integer({ min: 0, max: 20_000 })
const guess = fc
  .array(fc.nat(1000), { minLength: labelCount, maxLength: labelCount })
  .filter((weights) => weights.some((weight) => weight > 0))
  .map((weights) => {
    const sum = weights.reduce((all, weight) => all + weight, 0)
    return { thousandths: weights.map((weight) => Math.round((1000 * weight) / sum)) }
  })
const lock = { atMs: 900, guessIndex: 3, heldIndex: 5 }

const drawn = (change: Partial<ProgressInput>): ProgressInput => ({
  ...{ prompt: 9, guess: sureOf(9), inkLength: 600, isPenDown: true, lock: null },
  ...change,
})

function sureOf(label: number) {
  return { thousandths: Array.from({ length: labelCount }, (_, one) => (one === label ? 1000 : 0)) }
}

test('[S14] progress: full at the lock, and never before, however sure the judge is', () => {
  fc.assert(
    fc.property(prompt, guess, inkLength, fc.boolean(), (digit, answer, ink, isPenDown) => {
      const before = drawingProgress({ prompt: digit, guess: answer, inkLength: ink, isPenDown, lock: null })
      expect(before).toBeGreaterThanOrEqual(0)
      expect(before).toBeLessThanOrEqual(mostUnlocked)
      expect(drawingProgress({ prompt: digit, guess: answer, inkLength: ink, isPenDown, lock })).toBe(1)
    }),
  )
  expect(drawingProgress(drawn({ inkLength: 20_000 }))).toBe(mostUnlocked)
})

test('[S14] progress: within a stroke it never falls by more than half, whatever the judge answers', () => {
  fc.assert(
    fc.property(prompt, guess, guess, inkLength, inkLength, (digit, first, then, ink, more) => {
      const before = drawingProgress(drawn({ prompt: digit, guess: first, inkLength: ink }))
      const after = drawingProgress(drawn({ prompt: digit, guess: then, inkLength: ink + more }))
      expect(after).toBeGreaterThanOrEqual(before / 2)
    }),
  )
})

test('[S14] progress: ink alone promises at most half of the way, and nothing once the pen is up', () => {
  const scribble = drawn({ prompt: 3, guess: sureOf(8), inkLength: 20_000 })
  expect(drawingProgress(scribble)).toBe(0.5)
  expect(drawingProgress({ ...scribble, isPenDown: false })).toBeLessThan(0.2)
})

test('[S14] progress: it rises when the judge comes nearer to the prompt, and when ink is added', () => {
  const atNought = drawingProgress(drawn({ guess: sureOf(0), inkLength: 1_300 }))
  expect(drawingProgress(drawn({ guess: sureOf(1), inkLength: 1_300 }))).toBeLessThan(atNought)
  expect(drawingProgress(drawn({ guess: sureOf(9), inkLength: 1_300 }))).toBeGreaterThan(atNought)
  expect(drawingProgress(drawn({ inkLength: 700 }))).toBeGreaterThan(
    drawingProgress(drawn({ inkLength: 600 })),
  )
})

test('[S14] progress: none before the first answer', () => {
  expect(drawingProgress(drawn({ guess: null }))).toBe(0)
})
