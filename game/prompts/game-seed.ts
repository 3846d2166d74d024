import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { RandomState } from './random'

/**
 * What the chance of a game follows from. [R36] One of 2^32 or more, of 53 random bits, gives each purpose a random state of its own. A
 * smaller one is of a game that began before 0.12.0, and is itself the state that all goes on from.
 */
export type GameSeed = number

const leastHashed = 2 ** 32

/** The first 32 bits of SHA-256 of a text: it tells nothing of the other states that come from the same secret. */
export function hashState(text: string): RandomState {
  const [a = 0, b = 0, c = 0, d = 0] = sha256(utf8ToBytes(text))
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
}

export function isHashed(seed: GameSeed): boolean {
  return seed >= leastHashed
}

/**
 * [R36] The random state for one purpose of a game, such as the teams or the ballots of a round.
 * @param older what it was in games that began before 0.12.0
 */
export function stateFor(seed: GameSeed, purpose: string, older: RandomState): RandomState {
  return isHashed(seed) ? hashState(`${seed} ${purpose}`) : older
}
