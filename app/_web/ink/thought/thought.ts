import type { Guess } from '#game/drawing/drawing'
import { notADigit } from '#game/protocol/constants'
import { leaningOf } from '#game/scoring/answer'

/** How many funny words there are in the messages for what is not a digit, by index. */
export const oddityCount = 14
export type Oddity = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13

/** What the judge leans to in a drawing, in words: a digit, or an oddity for what is none. A leaning is no answer yet [S13]. */
export type Thought =
  | { readonly kind: 'digit'; readonly digit: number; readonly isSure: boolean }
  | { readonly kind: 'oddity'; readonly oddity: Oddity; readonly isSure: boolean }

/** Ops in which an oddity stays the same, so that the word can be read before it changes its mind. */
const opsPerOddity = 12

export function thoughtOf({ opCount, thousandths }: Guess): Thought {
  const { label, isSure } = leaningOf(thousandths)
  if (label !== notADigit) return { kind: 'digit', digit: label, isSure }
  // Steps of five reach all fourteen words, in no obvious order.
  const oddity = ((Math.floor(opCount / opsPerOddity) * 5) % oddityCount) as Oddity
  return { kind: 'oddity', oddity, isSure }
}
