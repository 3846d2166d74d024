import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ada, ben, Story } from '#game/testing/stories'
import { hashState, stateFor } from './game-seed'

const wide = fc.bigInt({ min: 2n ** 32n, max: 2n ** 53n - 1n }).map(Number)

test('[R36] seed: each purpose of a game has a state of its own, the first 32 bits of a hash of seed and purpose', () => {
  // printf '4503599627370497 teams' | sha256sum
  expect(hashState('4503599627370497 teams')).toBe(0xe075ac90)
  fc.assert(
    fc.property(wide, (seed) => {
      const states = ['teams', 'sum 1', 'sum 2', 'ballots 0'].map((purpose) => stateFor(seed, purpose, 7))
      expect(new Set(states).size).toBe(states.length)
      expect(states).not.toContain(7)
    }),
  )
})

test('[R36] seed: one of 32 bits, of a game that began before 0.12.0, goes on as it began', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
      expect(stateFor(seed, 'teams', 7)).toBe(7)
    }),
  )
})

/** The digits of a game, round by round, and by player. */
function digitsOf(seed: number, mode: 'race' | 'fool'): string[] {
  const story = new Story({ mode, rounds: 10, roundSeconds: 5 })
  for (const player of [ada, ben]) story.joins(player)
  story.starts(ada, undefined, undefined, seed)
  const rounds = Array.from({ length: 10 }, () => {
    story.reaches('reveal').reaches(story.room.game?.round === 9 ? 'finished' : 'countdown')
    return [] as number[]
  })
  for (const { record } of story.saw('round:finished'))
    rounds[record.round] = record.drawings.map(({ prompt }) => prompt)
  return [0, 1].map((canvas) => rounds.map((prompts) => prompts[canvas]).join(''))
}

test('[R36] [R6] seed: seeds that differ above their lowest 32 bits alone have other digits, and each run has all ten', () => {
  const low = 7
  const seeds = [low, 2 ** 32 + low, 2 ** 33 + low, 2 ** 52 + low]
  const digits = seeds.map((seed) => digitsOf(seed, 'race'))
  for (const [ofAda = '', ofBen] of digits) {
    expect([...ofAda].sort().join('')).toBe('0123456789')
    expect(ofBen).toBe(ofAda)
  }
  expect(new Set(digits.flat()).size).toBe(seeds.length)
})

test('[R36] [R29] seed: where each has a digit of their own, the digits of one tell nothing of another’s', () => {
  const [ofAda, ofBen] = digitsOf(2 ** 40 + 5, 'fool')
  expect(ofAda).not.toBe(ofBen)
})
