import { expect, test } from 'vitest'
import { notADigit } from '#game/protocol/scalars'
import words from '../../kit/i18n/messages/en/practice.json'
import { oddityCount, thoughtOf } from './thought'

const sureOf = (answer: number) => Array.from({ length: 11 }, (_, index) => (index === answer ? 940 : 6))

test('the thought is the likeliest digit', () => {
  expect(thoughtOf({ opCount: 3, thousandths: sureOf(7) })).toEqual({
    kind: 'digit',
    digit: 7,
    thousandths: 940,
  })
})

test('what is not a digit gets a word that stays for a while, and every word gets its turn', () => {
  const oddities = Array.from({ length: 12 * oddityCount }, (_, opCount) =>
    thoughtOf({ opCount, thousandths: sureOf(notADigit) }),
  ).map((thought) => (thought.kind === 'oddity' ? thought.oddity : -1))
  expect(new Set(oddities.slice(0, 12)).size).toBe(1)
  expect([...new Set(oddities)].sort((a, b) => a - b)).toEqual(Object.keys(words.oddities).map(Number))
})
