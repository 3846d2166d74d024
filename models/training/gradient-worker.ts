import { parentPort, workerData } from 'node:worker_threads'
import * as tf from '@tensorflow/tfjs-core'
import { registerWasmBackend } from '#models/wasm-in-node'
import { computeInThisThread, type GradientTask, type WorkerData } from './gradient-workers'
import { registerGradients } from './register-gradients'
import { registerWasmGradients } from './wasm-gradients'

registerWasmBackend()
await tf.setBackend('wasm')
registerGradients()
registerWasmGradients()
const { layers, teachers } = workerData as WorkerData
const workers = computeInThisThread(layers, teachers)

parentPort?.on('message', async ({ arrays, batch }: GradientTask) => {
  const [result] = await workers.compute(arrays, [batch])
  parentPort?.postMessage(result)
})
