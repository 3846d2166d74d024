import { expect, test } from 'vitest'
import { confidenceSteps } from './confidence-steps'

const ops = [2_000, 2_400, 3_100].map((atMs) => ({ kind: 'lift', atMs }) as const)

test('confidence: steps begin at nothing with the prompt, and each guess counts from when its ink was there', () => {
  const steps = confidenceSteps(ops, 1_900, [
    { opCount: 1, thousandths: 80 },
    { opCount: 3, thousandths: 940 },
  ])
  expect(steps).toEqual([
    { atMs: 0, thousandths: 0 },
    { atMs: 100, thousandths: 80 },
    { atMs: 1_200, thousandths: 940 },
  ])
})

test('confidence: no step comes before the prompt, nor does a guess without ink', () => {
  const guesses = [0, 1].map((opCount) => ({ opCount, thousandths: 500 }))
  expect(confidenceSteps(ops, 2_100, guesses).map(({ atMs }) => atMs)).toEqual([0, 0, 0])
})
