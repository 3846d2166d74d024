import { expect, test } from 'vitest'
import { notADigit } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import { answerOf } from './answer'

function thousandths(digit: number, of: number, none: number): number[] {
  return Array.from({ length: 11 }, (_, label) => (label === digit ? of : label === notADigit ? none : 0))
}

test('[S13] between a digit and none the judge says the digit until it is as sure of none as a lock has to be', () => {
  const sure = settings.lockThousandths
  expect(answerOf(thousandths(7, 1000 - sure + 1, sure - 1))).toBe(7)
  expect(answerOf(thousandths(7, 1000 - sure, sure))).toBe(notADigit)
})

test('[S13] of digits the most probable is the answer', () => {
  expect(answerOf([100, 0, 300, 0, 0, 290, 0, 0, 0, 0, 310])).toBe(2)
})
