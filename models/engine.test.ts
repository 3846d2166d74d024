import '@tensorflow/tfjs-backend-cpu'
import * as tf from '@tensorflow/tfjs-core'
import { afterEach, expect, test } from 'vitest'
import { chooseEngine } from './engine'
import { findChampionFolder, readModelFolder } from './model-folder'

afterEach(() => {
  for (const { kernelName } of tf.getKernelsForBackend('tensorflow'))
    tf.unregisterKernel(kernelName, 'tensorflow')
  if ('tensorflow' in tf.engine().registryFactory) tf.removeBackend('tensorflow')
})

/** Registers what the native package does, with the kernels of another backend, all of them or all but one. */
async function loadNative(kernelName?: string, kernelFunc?: tf.KernelFunc): Promise<void> {
  tf.registerBackend('tensorflow', () => tf.findBackend('cpu'))
  tf.copyRegisteredKernels('cpu', 'tensorflow')
  if (!kernelName || !kernelFunc) return
  tf.unregisterKernel(kernelName, 'tensorflow')
  tf.registerKernel({ kernelName, backendName: 'tensorflow', kernelFunc })
}

test('engine: a native package that gives the golden answers computes the training', async () => {
  const champion = await readModelFolder(await findChampionFolder())
  expect(await chooseEngine(champion, () => loadNative())).toMatchObject({ backend: 'tensorflow' })
  expect(tf.getBackend()).toBe('tensorflow')
})

test.each<[string, () => Promise<unknown>, RegExp]>([
  [
    'is not installed',
    () => Promise.reject(new Error('Cannot find package\nsomewhere')),
    /: Cannot find package$/,
  ],
  ['brings no backend', () => Promise.resolve({}), /backend/],
  [
    'answers otherwise than it should',
    () => loadNative('Softmax', ({ inputs: { logits } }) => tf.onesLike(logits as tf.Tensor)),
    /golden raster 0/,
  ],
  [
    'lacks what this Node no longer has',
    () =>
      loadNative('Reshape', () => {
        throw new TypeError('isNullOrUndefined is not a function')
      }),
    /isNullOrUndefined is not a function$/,
  ],
])(
  'engine: where the native package %s, WASM computes the training, and the reason is given',
  async (_, load, reason) => {
    const champion = await readModelFolder(await findChampionFolder())
    const chosen = await chooseEngine(champion, load)
    expect(chosen).toEqual({ backend: 'wasm', reason: expect.stringMatching(reason) })
    expect(chosen.reason).toMatch(/^the native backend is not used: /)
    expect(tf.getBackend()).toBe('wasm')
  },
)
