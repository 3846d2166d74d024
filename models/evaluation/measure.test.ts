import { expect, test } from 'vitest'
import { notADigit } from '#game/protocol/constants'
import type { Classification } from '#models/judge'
import { figuresOverall } from './confusion'
import { measureDigits, measureOthers, type TestPicture } from './measure'

/** A guess that is this sure of one answer and gives the rest to another. */
function guess(answer: number, probability: number, rest: number): Classification {
  const probabilities = new Float32Array(11)
  probabilities[answer] = probability
  probabilities[rest] = 1 - probability
  return { probabilities, thousandths: [...probabilities].map((value) => Math.round(value * 1000)) }
}

function picture(record: number, truth: number): TestPicture {
  return { record, label: truth === notADigit ? 'axe' : String(truth), truth, raster: new Uint8Array(784) }
}

const setOf = (pictures: TestPicture[]) => ({ name: 'a set', pictures, leftOut: 0 })

test('a set of four digits, one of them misread, gives the figures worked out by hand', () => {
  const report = measureDigits(
    setOf([picture(1, 1), picture(2, 1), picture(3, 7), picture(4, 7)]),
    [guess(1, 0.95, 7), guess(1, 0.6, 7), guess(7, 0.95, 1), guess(1, 0.92, 7)],
    900,
  )
  expect(report).toMatchObject({ count: 4, accuracy: 0.75, lockShare: 0.5, wrongLockShare: 0.25 })
  expect(report.confusion[7]).toEqual([0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0])
  expect(report.digits[1]).toEqual({
    digit: 1,
    count: 2,
    recall: 1,
    specificity: 0.5,
    accuracy: 0.75,
    precision: 2 / 3,
    f1: 0.8,
    falsePositives: 1,
  })
  expect(figuresOverall(report.confusion)).toMatchObject({ count: 4, accuracy: 0.75, falsePositives: 1 })
  // Three bins: two answers at 0.95, both right; one at 0.92, wrong; one at 0.6, right.
  expect(report.ece).toBeCloseTo((2 * 0.05 + 0.92 + 0.4) / 4, 5)
})

test('"not a digit" for a digit is a mistake, but no wrong lock', () => {
  const report = measureDigits(setOf([picture(1, 3)]), [guess(notADigit, 0.99, 3)], 900)
  expect(report).toMatchObject({ accuracy: 0, lockShare: 0, wrongLockShare: 0 })
  expect(report.worst).toMatchObject([{ record: 1, label: '3', answer: 10, truthThousandths: 10 }])
})

test('a digit that is rather called none is read rightly as long as the judge is not sure of it', () => {
  const report = measureDigits(setOf([picture(1, 3)]), [guess(notADigit, 0.89, 3)], 900)
  expect(report).toMatchObject({ accuracy: 1, likeliestAccuracy: 0, lockShare: 0 })
})

test('a lock begins at the lock probability itself', () => {
  const set = setOf([picture(1, 5), picture(2, 5)])
  expect(measureDigits(set, [guess(5, 0.9, 6), guess(6, 0.9, 5)], 900)).toMatchObject({
    lockShare: 0.5,
    wrongLockShare: 0.5,
  })
})

test('the surest mistake comes first', () => {
  const pictures = [picture(1, 2), picture(2, 2), picture(3, 2)]
  const guesses = [guess(3, 0.6, 2), guess(2, 0.9, 3), guess(5, 0.99, 2)]
  expect(measureDigits(setOf(pictures), guesses, 900).worst.map(({ record }) => record)).toEqual([3, 1])
})

test('a doodle that any digit claims at the operating point is a false lock, whatever the prompt', () => {
  const pictures = [1, 2, 3, 4].map((record) => picture(record, notADigit))
  const guesses = [guess(0, 0.9, 10), guess(10, 0.8, 4), guess(10, 0.95, 6), guess(4, 0.89, 10)]
  expect(measureOthers({ ...setOf(pictures), leftOut: 2 }, guesses, 900)).toMatchObject({
    count: 4,
    leftOut: 2,
    falseLockShare: 0.25,
    accuracy: 0.25,
    likeliestAccuracy: 0.5,
    falseLocks: [{ label: 'axe', count: 4, locked: 1, lockedAs: [0] }],
    worst: [
      { record: 1, answer: 0 },
      { record: 4, answer: 4 },
      { record: 2, answer: 4 },
      { record: 3, answer: 6 },
    ],
  })
})

test('an empty set, or one with a guess missing, is refused', () => {
  expect(() => measureDigits(setOf([]), [], 900)).toThrow('no pictures')
  expect(() => measureOthers(setOf([picture(1, notADigit)]), [], 900)).toThrow('1 pictures, but 0 guesses')
})
