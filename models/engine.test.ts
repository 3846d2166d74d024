import * as tf from '@tensorflow/tfjs-core'
import { expect, test } from 'vitest'
import { chooseEngine } from './engine'
import { findChampionFolder, readModelFolder } from './model-folder'

test('without the native package numbers are crunched on WASM, and the reason is given', async () => {
  const champion = await readModelFolder(await findChampionFolder())
  const missing = () => Promise.reject(new Error('Cannot find package\nsomewhere'))
  expect(await chooseEngine(champion, missing)).toEqual({
    backend: 'wasm',
    reason: 'the native backend is not used: Cannot find package',
  })
  expect(tf.getBackend()).toBe('wasm')
})

test('a native package that brings no working backend is not used either', async () => {
  const champion = await readModelFolder(await findChampionFolder())
  expect(await chooseEngine(champion, () => Promise.resolve({}))).toMatchObject({ backend: 'wasm' })
})
