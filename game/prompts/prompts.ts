import type { Digit } from '#game/protocol/scalars'
import { type RandomState, shuffle } from './random'

/**
 * [R6] The prompt at an index into a seeded sequence: all digits in random order, then all again in another order; the
 * same digit never twice in a row where there are two or more.
 * @param seed of the whole sequence, or what gives each run through the digits, counted from 0, one of its own
 */
export function promptAt(
  seed: RandomState | ((run: number) => RandomState),
  digits: readonly Digit[],
  index: number,
): Digit {
  let state = 0
  let previous: Digit | undefined
  for (let run = 0; ; run++) {
    if (typeof seed === 'function') state = seed(run)
    else if (run === 0) state = seed
    let bag: Digit[]
    ;[bag, state] = shuffle(digits, state)
    if (bag.length > 1 && bag[0] === previous) bag.reverse()
    const prompt = bag[index - run * digits.length]
    if (prompt !== undefined) return prompt
    previous = bag.at(-1)
  }
}
