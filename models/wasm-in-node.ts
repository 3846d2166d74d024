import { createRequire } from 'node:module'
import { dirname, sep } from 'node:path'
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm'

/**
 * Registers tfjs' WASM backend for Node, from the installed package and with one thread: only the single-threaded SIMD
 * build answers with the same bits everywhere.
 */
export function registerWasmBackend(): void {
  setThreadsCount(1)
  setWasmPaths(dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')) + sep)
}
