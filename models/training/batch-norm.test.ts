import '@tensorflow/tfjs-backend-cpu'
import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, expect, test } from 'vitest'
import { registerWasmBackend } from '#models/wasm-in-node'
import { normaliseAndRectify } from './batch-norm'

beforeAll(() => registerWasmBackend())

const rows = [0.4, -1.2, 2.1, 0.3, -0.7, 1.9, 1.1, 0.2, -2.3, 0.8]
const outwards = [0.3, -0.5, 1, 0.2, 0.7, -0.1, 0.4, -1.1, 0.6, 0.9]

/** The weighed sum of the outputs, written out by hand in double precision for two channels. */
function weighed(x: readonly number[], scale: readonly number[], shift: readonly number[]): number {
  let sum = 0
  for (const channel of [0, 1]) {
    const column = x.filter((_, at) => at % 2 === channel)
    const mean = column.reduce((total, value) => total + value, 0) / column.length
    const variance = column.reduce((total, value) => total + (value - mean) ** 2, 0) / column.length
    column.forEach((value, row) => {
      const normal = (value - mean) / Math.sqrt(variance + 1e-3)
      const output = Math.max(0, normal * (scale[channel] ?? 0) + (shift[channel] ?? 0))
      sum += output * (outwards[row * 2 + channel] ?? 0)
    })
  }
  return sum
}

test.each(['wasm', 'cpu'])(
  'every input of batch norm with ReLU moves the outputs as its gradient says, on %s',
  async (backend) => {
    await tf.setBackend(backend)
    const inputs = [rows, [1.3, 0.7], [0.2, -0.1]] as const
    const gradients = tf
      .grads((x, scale, shift) =>
        normaliseAndRectify(x as tf.Tensor4D, scale as tf.Tensor1D, shift as tf.Tensor1D),
      )(
        [tf.tensor4d(rows, [5, 1, 1, 2]), tf.tensor1d([1.3, 0.7]), tf.tensor1d([0.2, -0.1])],
        tf.tensor4d(outwards, [5, 1, 1, 2]),
      )
      .map((gradient) => gradient.dataSync())
    const step = 1e-5
    inputs.forEach((values, index) => {
      values.forEach((_, at) => {
        const moved = (by: number) =>
          inputs.map((list, other) =>
            list.map((value, place) => (other === index && place === at ? value + by : value)),
          )
        const [x, scale, shift] = moved(step) as [number[], number[], number[]]
        const [lowX, lowScale, lowShift] = moved(-step) as [number[], number[], number[]]
        const slope = (weighed(x, scale, shift) - weighed(lowX, lowScale, lowShift)) / (2 * step)
        expect(gradients[index]?.[at]).toBeCloseTo(slope, 4)
      })
    })
  },
)
