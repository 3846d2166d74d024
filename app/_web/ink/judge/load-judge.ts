import type { Judge } from '#models/judge'
import { canRunWasm } from '../../kit/browser/wasm'

/** Another browser is needed; trying again is of no use. */
export class NoWasmError extends Error {
  override readonly name = 'NoWasmError'
}

const loading = new Map<string, Promise<Judge>>()

/**
 * The network of that version in this browser, on the engine that judges on the server. Memoised for the life of the page.
 * @throws NoWasmError where no network runs; Error when a file cannot be fetched or the files do not fit
 */
export function loadJudgeOnce(version: string): Promise<Judge> {
  const known = loading.get(version)
  if (known) return known
  const judge = load(version)
  loading.set(version, judge)
  judge.catch(() => loading.delete(version))
  return judge
}

async function load(version: string): Promise<Judge> {
  if (!canRunWasm()) throw new NoWasmError('this browser has no WebAssembly with SIMD')
  const [{ loadJudge }, model, weights] = await Promise.all([
    import('#models/judge'),
    fetchFile(`/judge/${version}/model.json`).then((response) => response.json()),
    fetchFile(`/judge/${version}/weights.bin`).then((response) => response.arrayBuffer()),
  ])
  return loadJudge({ model, weights })
}

async function fetchFile(path: string): Promise<Response> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response
}
