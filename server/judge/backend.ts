import type { JudgeVersion } from '#game/records/record'
import { registerWasmBackend } from '#models/wasm-in-node'

/** Named in a variable, because it is an optional dependency that the compiler may not find. */
const nativePackage: string = '@tensorflow/tfjs-node'

/**
 * Registers the tfjs backend of an engine in this thread.
 * @returns its name in tfjs
 * @throws Error when the engine does not load here
 */
export async function registerBackend(engine: JudgeVersion['engine']): Promise<string> {
  if (engine === 'native') {
    await import(nativePackage)
    return 'tensorflow'
  }
  registerWasmBackend()
  return 'wasm'
}
