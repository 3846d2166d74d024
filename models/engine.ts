import * as tf from '@tensorflow/tfjs-core'
import { loadJudge, type ModelFiles } from './judge'
import { createOnBackend } from './network/tfjs-network'
import { registerWasmBackend } from './wasm-in-node'

/** Where numbers are crunched: tfjs' name of the backend, and why it was chosen. */
export type EngineChoice = { readonly backend: 'tensorflow' | 'wasm'; readonly reason: string }

/** Named in a variable, because it is an optional dependency that the compiler may not find. */
const nativePackage: string = '@tensorflow/tfjs-node'

/**
 * Chooses the engine for training and bulk work, and makes it tfjs' current one: the native backend where it loads and
 * gives a known network's golden answers, else WASM. In play the judge is always WASM.
 *
 * @param known a network whose golden answers the native backend must give
 * @param load loads the native package
 */
export async function chooseEngine(
  known: ModelFiles,
  load: () => Promise<unknown> = () => import(nativePackage),
): Promise<EngineChoice> {
  // Its C library would print a banner at every start.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2'
  try {
    await load()
    const judge = await loadJudge(known, createOnBackend('tensorflow'))
    judge.dispose()
    return { backend: 'tensorflow', reason: `the native backend gives the answers of ${judge.version}` }
  } catch (error) {
    registerWasmBackend()
    await tf.setBackend('wasm')
    const [why] = (error instanceof Error ? error.message : String(error)).split('\n')
    return { backend: 'wasm', reason: `the native backend is not used: ${why}` }
  }
}
