import '@tensorflow/tfjs-backend-cpu'
import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, expect, test } from 'vitest'
import { registerWasmBackend } from '#models/wasm-in-node'
import { registerGradients } from './register-gradients'
import { registerWasmGradients } from './wasm-gradients'

beforeAll(() => {
  registerWasmBackend()
  registerGradients()
  registerWasmGradients()
})

type Convolution = {
  size: number
  filter: [number, number, number, number]
  stride: number
  pad: 'same' | 'valid'
}

async function gradients(
  { size, filter, stride, pad }: Convolution,
  backend: string,
): Promise<Float32Array[]> {
  await tf.setBackend(backend)
  const x = tf.randomUniform<tf.Rank.R4>([3, size, size, filter[2]], -1, 1, 'float32', 7)
  const weights = tf.randomUniform<tf.Rank.R4>(filter, -1, 1, 'float32', 8)
  const run = tf.grads((a, b) => tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, stride, pad))
  const dy = tf.randomUniform(tf.conv2d(x, weights, stride, pad).shape, -1, 1, 'float32', 9)
  return run([x, weights], dy).map((gradient) => gradient.dataSync<'float32'>())
}

function expectClose(found: readonly Float32Array[], expected: readonly Float32Array[]): void {
  expected.forEach((values, index) => {
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    const farthest = values.reduce(
      (most, value, at) => Math.max(most, Math.abs(value - (found[index]?.[at] ?? NaN))),
      0,
    )
    expect(farthest / largest).toBeLessThan(1e-6)
  })
}

const convolutions: Convolution[] = [
  { size: 14, filter: [3, 3, 4, 16], stride: 1, pad: 'same' },
  { size: 14, filter: [3, 3, 4, 8], stride: 2, pad: 'same' },
  { size: 7, filter: [3, 3, 8, 8], stride: 2, pad: 'same' },
  { size: 4, filter: [3, 3, 4, 8], stride: 1, pad: 'valid' },
  { size: 7, filter: [3, 3, 4, 8], stride: 2, pad: 'valid' },
  { size: 8, filter: [3, 3, 4, 8], stride: 2, pad: 'valid' },
  { size: 9, filter: [5, 5, 1, 3], stride: 3, pad: 'same' },
]

test.each(convolutions)(
  'WASM differentiates a convolution as the CPU backend does: %o',
  async (convolution) => {
    expectClose(await gradients(convolution, 'wasm'), await gradients(convolution, 'cpu'))
  },
)
