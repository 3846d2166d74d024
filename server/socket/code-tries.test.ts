import { expect, test } from 'vitest'
import { limits } from '#server/limits'
import { createHandWoundClock } from '#server/testing/hand-wound-clock'
import { createCodeTries } from './code-tries'

function tries() {
  const clock = createHandWoundClock()
  const codes = createCodeTries(clock, limits)
  return {
    clock,
    codes,
    /** @returns how many codes were missed before no more might be tried */
    guess(address: string, atMost: number): number {
      for (let missed = 0; missed < atMost; missed++) {
        if (!codes.mayTry(address)) return missed
        codes.missed(address)
      }
      return atMost
    },
  }
}

const neighbour = (place: number) => `192.0.2.${place}`
const plenty = 10_000

test('[P7] rate limit: an address has its missed codes back when the window is over', () => {
  const { clock, guess } = tries()
  expect(guess(neighbour(1), plenty)).toBe(limits.missedCodesPerAddress)
  expect(guess(neighbour(2), 1)).toBe(1)
  clock.advance(limits.missedCodesWindowMs)
  expect(guess(neighbour(1), 1)).toBe(1)
})

test('[P7] rate limit: the addresses of one IPv6 site have a count together', () => {
  const { guess } = tries()
  const site = (network: number) => `2001:db8:7:${network.toString(16)}::/64`
  const missed = Array.from({ length: 50 }, (_, network) => guess(site(network + 1), 20))
  expect(missed.reduce((sum, each) => sum + each)).toBe(limits.missedCodesPerSite)
  expect(guess('2001:db8:8::/64', 1)).toBe(1)
})

test('[P7] rate limit: while many addresses guess together each has a tenth, and a code that is right costs nothing', () => {
  const { clock, codes, guess } = tries()
  const few = limits.missedCodesPerAddress * limits.guardedShare
  const guessers = limits.missedCodesOfAll / limits.missedCodesPerAddress
  for (let place = 1; place <= guessers; place++) guess(neighbour(place), plenty)
  for (let place = 51; place <= 150; place++) expect(guess(neighbour(place), plenty)).toBe(few)
  for (let pupil = 0; pupil < 40; pupil++) expect(codes.mayTry('198.51.100.7')).toBe(true)
  clock.advance(limits.missedCodesWindowMs)
  expect(guess(neighbour(1), plenty)).toBe(few)
  clock.advance(limits.missedCodesGuardMs)
  expect(guess(neighbour(1), plenty)).toBe(limits.missedCodesPerAddress)
})
