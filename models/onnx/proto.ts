import { createRequire } from 'node:module'

/** ONNX' own schema. Node cannot see the names in this CommonJS module, so they are asked of it as a whole. */
export const { onnx: proto } = createRequire(import.meta.url)('onnx-proto') as typeof import('onnx-proto')
