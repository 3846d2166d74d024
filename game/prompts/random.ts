/** The state of a generator is one unsigned 32-bit number: plain data inside a Room. */
export type RandomState = number

/**
 * One step of mulberry32 (Tommy Ettinger, 2017, public domain).
 * @returns a number in [0, 1) and the state to go on from.
 */
export function nextRandom(state: RandomState): [number, RandomState] {
  const next = (state + 0x6d2b79f5) >>> 0
  let mixed = Math.imul(next ^ (next >>> 15), next | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return [((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32, next]
}

/** Fisher-Yates. @returns a new array in random order, and the state to go on from. */
export function shuffle<T>(items: readonly T[], state: RandomState): [T[], RandomState] {
  const shuffled = [...items]
  let random: number
  for (let index = shuffled.length - 1; index > 0; index--) {
    ;[random, state] = nextRandom(state)
    const other = Math.floor(random * (index + 1))
    ;[shuffled[index], shuffled[other]] = [shuffled[other] as T, shuffled[index] as T]
  }
  return [shuffled, state]
}
