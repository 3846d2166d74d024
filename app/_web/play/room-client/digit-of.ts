import { answerOfSum } from '#game/prompts/sums'
import type { Digit } from '#game/protocol/scalars'
import type { LiveCanvas } from './room-state'

/** [R28] The digit that a canvas asks for; the answer of its sum where it shows one. Not to be shown before the lock. */
export function digitOf({ prompt, sum }: Pick<LiveCanvas, 'prompt' | 'sum'>): Digit {
  return prompt ?? (sum ? answerOfSum(sum) : 0)
}
