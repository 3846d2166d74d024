import { expect, test } from 'vitest'
import { notADigit } from '#game/protocol/constants'
import { settings } from '#game/settings'
import { answerOf, leaningOf } from './answer'

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

test('[S13] what is shown while the judge watches is the most probable of all eleven, unsure until it could lock', () => {
  const sure = settings.lockThousandths
  expect(leaningOf(thousandths(7, sure, 1000 - sure))).toEqual({ label: 7, thousandths: sure, isSure: true })
  expect(leaningOf(thousandths(7, 300, 600))).toEqual({ label: notADigit, thousandths: 600, isSure: false })
})
