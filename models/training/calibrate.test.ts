import { expect, test } from 'vitest'
import { calibrate, expectInPlay } from './calibrate'

/** An answer as sure as said, of something the network takes for a 3. */
function answer(sure: number): Float32Array {
  return new Float32Array(11).fill((1 - sure) / 10).fill(sure, 3, 4)
}

function spread(share: number): Uint8Array {
  return Uint8Array.from({ length: 100 }, (_, index) =>
    index < share * 100 ? 3 : ([0, 1, 2, 4, 5, 6, 7, 8, 9, 10][index % 10] ?? 0),
  )
}

test('an oversure network is cooled until it is right as often as it is sure', () => {
  const { temperature } = calibrate(
    Array.from({ length: 100 }, () => answer(0.99)),
    spread(0.9),
  )
  const odds = (0.99 / 0.001) ** (1 / temperature)
  expect(temperature).toBeGreaterThan(1)
  expect(odds / (odds + 10)).toBeCloseTo(0.9, 1)
})

test('a network that doubts too much is sharpened', () => {
  const { temperature } = calibrate(
    Array.from({ length: 100 }, () => answer(0.7)),
    spread(0.9),
  )
  expect(temperature).toBeLessThan(1)
})

test('a temperature that is to stay 1 stays 1, whatever is too sure', () => {
  const answers = Array.from({ length: 100 }, () => answer(0.99))
  expect(calibrate(answers, spread(0.9), false).temperature).toBe(1)
})

test('a network that calls too little "not a digit" is moved towards it', () => {
  const truths = Uint8Array.from({ length: 100 }, (_, index) => (index < 40 ? 10 : 3))
  const { notADigitBias } = calibrate(
    Array.from({ length: 100 }, () => answer(0.7)),
    truths,
  )
  expect(notADigitBias).toBeGreaterThan(1)
})

test('where "not a digit" is rarer than among the examples, its odds fall as its prior odds do', () => {
  const truths = Uint8Array.from({ length: 100 }, (_, index) => (index < 50 ? 10 : 3))
  const fitted = { temperature: 0.9, notADigitBias: -1 }
  expect(expectInPlay(fitted, truths, 0.5)).toEqual(fitted)
  const { temperature, notADigitBias } = expectInPlay(fitted, truths, 0.01)
  expect(temperature).toBe(fitted.temperature)
  expect(Math.exp(notADigitBias - fitted.notADigitBias)).toBeCloseTo(1 / 99)
  expect(expectInPlay(fitted, Uint8Array.of(3, 7), 0.01)).toEqual(fitted)
})
