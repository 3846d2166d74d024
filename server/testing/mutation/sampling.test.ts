import { expect, test } from 'vitest'
import { seededSample, wilsonInterval } from './sampling.mjs'

const mutants = Array.from({ length: 40 }, (_, index) => index)

test('mutation sample: the same seed draws the same mutants, another seed others', () => {
  expect(seededSample(mutants, 10, 1)).toEqual(seededSample(mutants, 10, 1))
  expect(seededSample(mutants, 10, 2)).not.toEqual(seededSample(mutants, 10, 1))
})

test('mutation sample: no mutant twice, and all of them where fewer exist than are asked for', () => {
  expect(new Set(seededSample(mutants, 10, 3)).size).toBe(10)
  expect(seededSample(mutants, 50, 3).toSorted((a, b) => a - b)).toEqual(mutants)
})

test('mutation sample: over many seeds each mutant is drawn about as often as any other', () => {
  const draws = new Map(mutants.map((mutant) => [mutant, 0]))
  for (let seed = 0; seed < 4000; seed++)
    for (const mutant of seededSample(mutants, 10, seed)) draws.set(mutant, (draws.get(mutant) ?? 0) + 1)
  // Of 4000 draws a quarter each; the limits are five standard deviations away.
  for (const count of draws.values())
    expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt(4000 * 0.25 * 0.75))
})

test('mutation score: its interval holds exactly the shares that lie within 1.96 of their own standard deviations', () => {
  for (const [found, tried] of [
    [0, 30],
    [1, 30],
    [27, 30],
    [30, 30],
    [110, 150],
  ] as const) {
    const { low, high } = wilsonInterval(found, tried)
    const deviations = (share: number) =>
      Math.abs(found / tried - share) / Math.sqrt((share * (1 - share)) / tried)
    if (found > 0) expect(deviations(low)).toBeCloseTo(1.96, 3)
    else expect(low).toBe(0)
    if (found < tried) expect(deviations(high)).toBeCloseTo(1.96, 3)
    else expect(high).toBe(1)
  }
})

test('mutation score: where nothing was tried, nothing is known', () => {
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 })
})
