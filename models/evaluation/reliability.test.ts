import { expect, test } from 'vitest'
import { expectedCalibrationError, type Prediction, reliabilityBins } from './reliability'

const verdicts = (probability: number, right: number, wrong: number): Prediction[] => [
  ...Array.from({ length: right }, () => ({ probability, isRight: true })),
  ...Array.from({ length: wrong }, () => ({ probability, isRight: false })),
]

test('answers as sure as they are right have no calibration error', () => {
  expect(
    expectedCalibrationError(reliabilityBins([...verdicts(0.8, 8, 2), ...verdicts(0.5, 5, 5)])),
  ).toBeCloseTo(0)
})

test('always certain and right nine times in ten is an error of a tenth', () => {
  expect(expectedCalibrationError(reliabilityBins(verdicts(1, 9, 1)))).toBeCloseTo(0.1)
})

test('over-sure and under-sure bins do not cancel out', () => {
  const bins = reliabilityBins([...verdicts(0.9, 8, 2), ...verdicts(0.5, 6, 4)])
  expect(expectedCalibrationError(bins)).toBeCloseTo(0.1)
})

test('certainty falls into the last of fifteen bins, and a value that is no probability into none', () => {
  expect(reliabilityBins(verdicts(1, 1, 0)).map(({ count }) => count)).toEqual([...new Array(14).fill(0), 1])
  expect(() => reliabilityBins(verdicts(Number.NaN, 1, 0))).toThrow(RangeError)
})
