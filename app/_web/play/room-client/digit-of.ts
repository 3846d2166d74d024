import { answerOfSum } from '#game/prompts/sums'
import type { Digit } from '#game/protocol/scalars'
import type { LiveCanvas } from './room-state'

/** [R28] The digit that a canvas asks for. Where it shows a sum this is worked out here, and told nobody before the lock. */
export function digitOf({ prompt, sum }: Pick<LiveCanvas, 'prompt' | 'sum'>): Digit {
  return prompt ?? (sum ? answerOfSum(sum) : 0)
}
