import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settings } from '#game/settings'
import { answer } from '#game/testing/stories'
import { foolingOf, foolPoints, type Vote } from './fool'

const seven = 7
const trusted = (...labels: number[]): Vote[] =>
  labels.map((label, voter) => ({ voter, label, isTrusted: true }))
const seenAs = (digit: number, thousandths = 800) => [{ opCount: 2, thousandths: answer(digit, thousandths) }]

test('[S17] points: those who read it get their share of all points for the drawer, where the AI answers another digit', () => {
  const guesses = seenAs(1)
  expect(foolPoints({ prompt: seven, guesses, votes: trusted(7, 7, 7) })).toBe(settings.maxPoints)
  expect(foolPoints({ prompt: seven, guesses, votes: trusted(7, 7, 1) })).toBe(667)
})

test.each([
  ['the AI reads it as well', seenAs(7), trusted(7, 7)],
  ['only half of the people read it', seenAs(1), trusted(7, 1)],
  ['people agree on another digit: a scribble', seenAs(1), trusted(1, 1, 10)],
  ['nobody voted', seenAs(1), []],
  ['the AI was never asked', [], trusted(7, 7)],
])('[S17] points: none where %s', (_, guesses, votes) => {
  expect(foolPoints({ prompt: seven, guesses, votes })).toBe(0)
})

test('[S17] [S13] points: a drawing is read where it would be the answer, however little the AI is sure', () => {
  // Less sure than it has to be for "not a digit".
  const doubtful = seenAs(7, 200)
  expect(foolingOf({ prompt: seven, guesses: doubtful, votes: trusted(7) }).isFooled).toBe(false)
  const surelyNone = seenAs(7, 50)
  expect(foolingOf({ prompt: seven, guesses: surelyNone, votes: trusted(7) })).toMatchObject({
    ...{ answer: 10, isFooled: true },
  })
})

test('[S17] votes: those of who misread the known drawing change nothing', () => {
  const vote = fc.record({ voter: fc.nat(39), label: fc.nat(10), isTrusted: fc.boolean() })
  fc.assert(
    fc.property(fc.array(vote, { maxLength: 8 }), (votes) => {
      const guesses = seenAs(1)
      const others = votes.filter(({ isTrusted }) => isTrusted)
      expect(foolPoints({ prompt: seven, guesses, votes })).toBe(
        foolPoints({ prompt: seven, guesses, votes: others }),
      )
    }),
  )
})
