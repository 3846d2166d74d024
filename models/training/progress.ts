import { notADigit } from '#game/protocol/constants'
import { settings } from '#game/settings'
import type { Examples } from './training-set'

const lockProbability = settings.lockThousandths / 1000

/** How a network does on held-out examples: shares that are right, and of what is no digit, the share that would lock. */
export type TrainingProgress = {
  readonly pictures: number
  readonly digits: number
  readonly falseLocks: number
}

/** @param answers probabilities of all held-out pictures, digits and others, in this order */
export function progressOf(
  answers: readonly Float32Array[],
  { pictures, digits, others }: Examples,
): TrainingProgress {
  const digitsFrom = pictures.length
  const othersFrom = digitsFrom + digits.length
  const share = (
    examples: readonly { readonly label: number }[],
    from: number,
    isCounted: (answer: Float32Array, label: number) => boolean,
  ) =>
    examples.filter(({ label }, index) => isCounted(answers[from + index] ?? new Float32Array(), label))
      .length / examples.length
  const isRight = (answer: Float32Array, label: number) => answer.indexOf(Math.max(...answer)) === label
  const isLocked = (answer: Float32Array) => Math.max(...answer.subarray(0, notADigit)) >= lockProbability
  return {
    pictures: share(pictures, 0, isRight),
    digits: share(digits, digitsFrom, isRight),
    falseLocks: share(others, othersFrom, isLocked),
  }
}
