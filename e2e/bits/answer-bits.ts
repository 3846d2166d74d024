import { rasterise, rasterSize } from '#game/drawing/rasterise'
import type { Judge } from '#models/judge'
import { handwrite } from '../handwriting'

const pixels = rasterSize * rasterSize
const drawings = 64
export const batchSizes = [1, 5, 32] as const

/**
 * Everything a judge says of the same handwriting, to the last bit.
 * @param batchSize how many drawings it is shown at a time
 * @returns the probabilities as hexadecimal float32, one drawing after the other
 */
export function answerBits(judge: Judge, batchSize: number): string {
  const answers: string[] = []
  for (let first = 0; first < drawings; first += batchSize) {
    const count = Math.min(batchSize, drawings - first)
    const rasters = new Uint8Array(count * pixels)
    for (let index = 0; index < count; index++) {
      const seed = first + index
      rasters.set(rasterise(handwrite(seed % 10, seed)) ?? [], index * pixels)
    }
    answers.push(...judge.classify(rasters).map(({ probabilities }) => toHex(probabilities)))
  }
  return answers.join()
}

function toHex(values: Float32Array): string {
  return Array.from(new Uint32Array(values.buffer, values.byteOffset, values.length), (bits) =>
    bits.toString(16),
  ).join(' ')
}
