import { expect, test } from 'vitest'
import { packGuesses, unpackGuesses } from './stored-guesses'

const thousandths = [0, 0, 0, 0, 0, 0, 0, 950, 0, 0, 50]

test('[S10] [S19] stored guesses: those with and without an answer of the stroke network come back as they were', () => {
  const guesses = [
    { opCount: 1, thousandths },
    { opCount: 2, thousandths, promptStrokeThousandths: 0 },
    { opCount: 3, thousandths, promptStrokeThousandths: 1000 },
  ]
  expect(unpackGuesses(JSON.parse(JSON.stringify(packGuesses(guesses))))).toEqual(guesses)
})

test('stored guesses: a row with fewer answers, or with more, is refused', () => {
  expect(() => unpackGuesses([[1, ...thousandths.slice(1)]])).toThrow()
  expect(() => unpackGuesses([[1, ...thousandths, 30, 30]])).toThrow()
})
