import type { Digit } from './protocol/scalars'
import { type RandomState, shuffle } from './random'

/**
 * [R6] The prompt at a place in a seeded sequence: all digits in random order, then all again in another order; the
 * same digit never twice in a row where there are two or more.
 */
export function promptAt(seed: RandomState, digits: readonly Digit[], index: number): Digit {
  let state = seed
  let previous: Digit | undefined
  for (let start = 0; ; start += digits.length) {
    let bag: Digit[]
    ;[bag, state] = shuffle(digits, state)
    if (bag.length > 1 && bag[0] === previous) bag.reverse()
    const prompt = bag[index - start]
    if (prompt !== undefined) return prompt
    previous = bag.at(-1)
  }
}
