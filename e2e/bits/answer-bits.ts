import { shownOf } from '#game/drawing/pen-path'
import { classifyShown } from '#models/classify-shown'
import type { Judge } from '#models/judge'
import { handwrite } from '../handwriting'

const drawings = 64
export const batchSizes = [1, 5, 32] as const

/**
 * Everything a judge says of the same handwriting, of its pictures and of its strokes, to the last bit.
 * @param batchSize how many drawings it is shown at a time
 * @returns the probabilities as hexadecimal float32, one drawing after the other
 */
export function answerBits(judge: Judge, batchSize: number): string {
  const answers: string[] = []
  for (let first = 0; first < drawings; first += batchSize) {
    const count = Math.min(batchSize, drawings - first)
    const shown = Array.from({ length: count }, (_, index) => {
      const seed = first + index
      return shownOf(handwrite(seed % 10, seed)) ?? []
    }).flat()
    for (const { probabilities, strokeProbabilities } of classifyShown(judge, shown))
      answers.push(toHex(probabilities), strokeProbabilities ? toHex(strokeProbabilities) : 'none')
  }
  return answers.join()
}

function toHex(values: Float32Array): string {
  return Array.from(new Uint32Array(values.buffer, values.byteOffset, values.length), (bits) =>
    bits.toString(16),
  ).join(' ')
}
