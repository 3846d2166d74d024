import { notADigit } from '#game/protocol/constants'
import { labels } from '#models/labels'
import type { Calibration } from './fold'

/**
 * The temperature (Guo et al., 2017) and the bias of "not a digit" that make held-out answers most likely, found by
 * narrowing steps.
 *
 * @param probabilities what the uncalibrated network said of each example, eleven numbers each
 * @param truths the label of each example
 * @param fitsTemperature false leaves it at 1
 */
export function calibrate(
  probabilities: readonly Float32Array[],
  truths: Uint8Array,
  fitsTemperature = true,
): Calibration {
  const logits = probabilities.map((row) => Array.from(row, (value) => Math.log(Math.max(value, 1e-30))))
  let best = { temperature: 1, notADigitBias: 0 }
  let lowest = negativeLogLikelihood(logits, truths, best)
  for (let step = 0.4; step > 0.004; step /= 2) {
    for (let isBetter = true; isBetter; ) {
      isBetter = false
      for (const [warmer, bias] of [
        ...(fitsTemperature ? [[step, 0] as const, [-step, 0] as const] : []),
        [0, step] as const,
        [0, -step] as const,
      ]) {
        const tried = {
          temperature: best.temperature * Math.exp(warmer),
          notADigitBias: best.notADigitBias + bias,
        }
        const likelihood = negativeLogLikelihood(logits, truths, tried)
        if (likelihood < lowest) {
          lowest = likelihood
          best = tried
          isBetter = true
        }
      }
    }
  }
  return best
}

/**
 * Moves a calibration from the examples it was fitted on to play, where what is no digit is rarer: the odds of "not a
 * digit" change by as much as its prior odds do (Elkan, 2001).
 *
 * @param truths labels of the examples it was fitted on
 * @param expectedShare how much of what is drawn in play is no digit, more than 0
 */
export function expectInPlay(
  { temperature, notADigitBias }: Calibration,
  truths: Uint8Array,
  expectedShare: number,
): Calibration {
  const others = truths.filter((label) => label === notADigit).length
  if (others === 0 || others === truths.length) return { temperature, notADigitBias }
  const oddsHere = others / (truths.length - others)
  const oddsInPlay = expectedShare / (1 - expectedShare)
  return { temperature, notADigitBias: notADigitBias + Math.log(oddsInPlay / oddsHere) }
}

/** Mean negative log-likelihood of the truth. */
function negativeLogLikelihood(
  logits: readonly number[][],
  truths: Uint8Array,
  { temperature, notADigitBias }: Calibration,
): number {
  let sum = 0
  logits.forEach((row, index) => {
    const scaled = row.map((value, label) => value / temperature + (label === notADigit ? notADigitBias : 0))
    const highest = Math.max(...scaled)
    const total = scaled.reduce((all, value) => all + Math.exp(value - highest), 0)
    sum += highest + Math.log(total) - (scaled[truths[index] ?? 0] ?? 0)
  })
  return sum / (logits.length * Math.log(labels.length))
}
