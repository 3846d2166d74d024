import type { JudgeVersion } from '#game/records/record'
import type { CreateNetwork } from '#models/network/network'
import { createWasmNetwork } from '#models/network/wasm-network'

/** Named in a variable, because it is an optional dependency that the compiler may not find. */
const nativePackage: string = '@tensorflow/tfjs-node'

/**
 * What makes networks that run on an engine.
 * @throws Error when the engine does not load here
 */
export async function loadEngine(engine: JudgeVersion['engine']): Promise<CreateNetwork> {
  if (engine === 'wasm') return createWasmNetwork
  await import(nativePackage)
  const { createOnBackend } = await import('#models/network/tfjs-network')
  return createOnBackend('tensorflow')
}
