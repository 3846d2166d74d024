import { parentPort, workerData } from 'node:worker_threads'
import * as tf from '@tensorflow/tfjs-core'
import { registerWasmBackend } from '#models/wasm-in-node'
import { registerGradients } from './register-gradients'
import { registerWasmGradients } from './wasm-gradients'
import { type Assignment, type WorkerSetup, workInThisThread } from './workers'

registerWasmBackend()
await tf.setBackend('wasm')
registerGradients()
registerWasmGradients()
const { layers, teachers } = workerData as WorkerSetup
const workers = workInThisThread(layers, teachers)

parentPort?.on('message', async ({ arrays, batch }: Assignment) => {
  const [gradients] = await workers.gradients(arrays, [batch])
  parentPort?.postMessage(gradients)
})
