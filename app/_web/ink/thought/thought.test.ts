import { expect, test } from 'vitest'
import { notADigit } from '#game/protocol/constants'
import words from '../../kit/i18n/messages/en/practice.json'
import { oddityCount, thoughtOf } from './thought'

/** A guess that leans to a label, and spreads the rest over the others. */
const leaning = (label: number, most: number) =>
  Array.from({ length: 11 }, (_, index) => (index === label ? most : (1000 - most) / 10))
const sureOf = (label: number) => leaning(label, 950)

test('thought: it is the likeliest digit, sure at 95 percent and not at 50', () => {
  expect(thoughtOf({ opCount: 3, thousandths: sureOf(7) })).toEqual({ kind: 'digit', digit: 7, isSure: true })
  const half = thoughtOf({ opCount: 3, thousandths: leaning(7, 500) })
  expect(half).toEqual({ kind: 'digit', digit: 7, isSure: false })
})

test('thought: an oddity is sure or not as a digit is', () => {
  expect(thoughtOf({ opCount: 0, thousandths: sureOf(notADigit) })).toMatchObject({
    kind: 'oddity',
    isSure: true,
  })
  const half = thoughtOf({ opCount: 0, thousandths: leaning(notADigit, 500) })
  expect(half).toMatchObject({ kind: 'oddity', isSure: false })
})

test('thought: what is not a digit gets a word that stays for a while, and every word gets its turn', () => {
  const oddities = Array.from({ length: 12 * oddityCount }, (_, opCount) =>
    thoughtOf({ opCount, thousandths: sureOf(notADigit) }),
  ).map((thought) => (thought.kind === 'oddity' ? thought.oddity : -1))
  expect(new Set(oddities.slice(0, 12)).size).toBe(1)
  expect([...new Set(oddities)].sort((a, b) => a - b)).toEqual(Object.keys(words.oddities).map(Number))
})
