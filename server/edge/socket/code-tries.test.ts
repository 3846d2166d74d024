import { expect, test } from 'vitest'
import { limits } from '#server/edge/limits'
import { createManualClock } from '#server/testing/manual-clock'
import { createCodeTries } from './code-tries'

function tries() {
  const clock = createManualClock()
  let tried = 0
  const seated = new Set<string>()
  const codes = createCodeTries(clock, limits, (address) => seated.has(address))
  return {
    clock,
    codes,
    seated,
    /** @returns how many codes were missed before no more might be tried */
    guess(address: string, atMost: number): number {
      for (let missed = 0; missed < atMost; missed++) {
        if (!codes.mayTry(address)) return missed
        codes.missed(address, String(tried++))
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

test('[P7] rate limit: while many addresses guess codes together each has a tenth, and a right code costs nothing', () => {
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

test('[P7] rate limit: while many guess, an IPv6 site has its share of what it has in quiet times, too', () => {
  const { guess } = tries()
  const guessers = limits.missedCodesOfAll / limits.missedCodesPerAddress
  for (let place = 1; place <= guessers; place++) guess(neighbour(place), plenty)
  const site = (network: number) => `2001:db8:7:${network.toString(16)}::/64`
  const missed = Array.from({ length: 50 }, (_, network) => guess(site(network + 1), 5))
  expect(missed.reduce((sum, each) => sum + each)).toBe(limits.missedCodesPerSite * limits.guardedShare)
})

test('[P7] rate limit: the guard against many guessers ends at its time, and not before', () => {
  const { clock, guess } = tries()
  const few = limits.missedCodesPerAddress * limits.guardedShare
  const guessers = limits.missedCodesOfAll / limits.missedCodesPerAddress
  for (let place = 1; place <= guessers; place++) guess(neighbour(place), plenty)
  clock.advance(limits.missedCodesGuardMs - 1)
  expect(guess(neighbour(1), plenty)).toBe(few)
  clock.advance(1)
  expect(guess(neighbour(1), plenty)).toBe(limits.missedCodesPerAddress - few)
})

test('[P7] rate limit: a code that is missed again does not count, not even from another network of the site', () => {
  const { codes, guess } = tries()
  const networks = [1, 2, 3, 4, 5].map((network) => `2001:db8:7:${network}::/64`)
  for (let tab = 0; tab < 40; tab++) for (const address of networks) codes.missed(address, 'CLOSED')
  expect(guess(networks[0] ?? '', plenty)).toBe(limits.missedCodesPerAddress - 1)
  const rest = networks.slice(1).map((address) => guess(address, plenty))
  expect(rest.reduce((sum, each) => sum + each)).toBe(
    limits.missedCodesPerSite - limits.missedCodesPerAddress,
  )
})

test('[P7] rate limit: while many guess, an address where somebody has a seat has half', () => {
  const { guess, seated } = tries()
  const guessers = limits.missedCodesOfAll / limits.missedCodesPerAddress
  for (let place = 1; place <= guessers; place++) guess(neighbour(place), plenty)
  seated.add('198.51.100.7')
  expect(guess('198.51.100.7', plenty)).toBe(limits.missedCodesPerAddress / 2)
})
