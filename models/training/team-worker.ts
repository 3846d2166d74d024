import { parentPort, workerData } from 'node:worker_threads'
import * as tf from '@tensorflow/tfjs-core'
import { registerWasmBackend } from '#models/wasm-in-node'
import { registerGradients } from './register-gradients'
import { type Assignment, type TeamWork, workAlone } from './team'
import { registerWasmGradients } from './wasm-gradients'

registerWasmBackend()
await tf.setBackend('wasm')
registerGradients()
registerWasmGradients()
const { layers, teachers } = workerData as TeamWork
const team = workAlone(layers, teachers)

parentPort?.on('message', async ({ arrays, batch }: Assignment) => {
  const [lesson] = await team.lessons(arrays, [batch])
  parentPort?.postMessage(lesson)
})
