import { parentPort, workerData } from 'node:worker_threads'
import * as tf from '@tensorflow/tfjs-core'
import type { Layer } from '../model-schema'
import { registerWasmBackend } from '../wasm-in-node'
import { registerGradients } from './register-gradients'
import { type Assignment, workAlone } from './team'
import { registerWasmGradients } from './wasm-gradients'

registerWasmBackend()
await tf.setBackend('wasm')
registerGradients()
registerWasmGradients()
const team = workAlone(workerData as readonly Layer[])

parentPort?.on('message', async ({ arrays, batch }: Assignment) => {
  const [lesson] = await team.lessons(arrays, [batch])
  parentPort?.postMessage(lesson)
})
