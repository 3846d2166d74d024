import { rasterise, rasterSize } from '#game/drawing/rasterise'
import { chooseEngine } from '#models/engine'
import { loadJudge } from '#models/judge'
import { findChampionFolder, readModelFolder } from '#models/model-folder'
import type { CreateNetwork } from '#models/network/network'
import { createOnBackend } from '#models/network/tfjs-network'
import { createWasmNetwork } from '#models/network/wasm-network'
import { Chance } from '#models/training/chance'
import { joinBatches, type TrainingBatch } from '#models/training/mixture'
import { architecture, initialParameters } from '#models/training/network'
import { registerGradients } from '#models/training/register-gradients'
import { gradientsOf } from '#models/training/trainer'
import { registerWasmGradients } from '#models/training/wasm-gradients'
import { registerWasmBackend } from '#models/wasm-in-node'
import { handwrite, type PenPoint } from '../../e2e/handwriting'
import { perSecond } from '../per-second'
import { type Report, rounded } from '../report'

const drawings = 1_024
const batches = [1, 32, 256]
const pixels = rasterSize ** 2

type Costs = { readonly thousandths: readonly number[][]; readonly micros: Readonly<Record<string, number>> }

/** What the judge costs as it plays, on tfjs' WASM backend and on the native engine, where that is installed, and a step of training on both of these. */
export async function benchEngines(): Promise<Report[]> {
  const files = await readModelFolder(await findChampionFolder())
  const rasters = new Uint8Array(drawings * pixels)
  for (let seed = 0; seed < drawings; seed++)
    rasters.set(rasterise(beginningOf(handwrite(seed % 10, seed), (1 + (seed % 4)) / 4)) ?? [], seed * pixels)

  async function judgeCostsOn(createNetwork: CreateNetwork): Promise<Costs> {
    const judge = await loadJudge(files, createNetwork)
    const thousandths = judge.classify(rasters).map((guess) => guess.thousandths)
    const judged = batches.map((size) => {
      const batch = rasters.subarray(0, size * pixels)
      const name = size === 1 ? 'judge alone' : `judge in ${size}s`
      return [name, 1e6 / perSecond(size, () => judge.classify(batch))] as const
    })
    judge.dispose()
    return { thousandths, micros: Object.fromEntries(judged) }
  }
  async function costsOn(backend: string): Promise<Costs> {
    const { thousandths, micros } = await judgeCostsOn(createOnBackend(backend))
    return { thousandths, micros: { ...micros, 'training step': stepMicros(rasters, backend) } }
  }

  registerGradients()
  const { backend, reason } = await chooseEngine(files)
  const native = backend === 'tensorflow' ? await costsOn(backend) : null
  registerWasmBackend()
  registerWasmGradients()
  const wasm = await costsOn('wasm')
  const own = await judgeCostsOn(createWasmNetwork)
  const rows: Record<string, Report['rows'][string]> = {}
  for (const [name, micros] of Object.entries(wasm.micros)) {
    const [ownMicros, nativeMicros] = [own.micros[name], native?.micros[name]]
    rows[name] = {
      'tfjs WASM us': rounded(micros),
      ...(ownMicros && { 'own us': rounded(ownMicros), 'own x WASM': rounded(micros / ownMicros) }),
      ...(nativeMicros && {
        'native us': rounded(nativeMicros),
        'native x WASM': rounded(micros / nativeMicros),
      }),
    }
  }
  const countOthers = (costs: Costs) =>
    costs.thousandths.filter((answer, at) => answer.join() !== wasm.thousandths[at]?.join()).length
  return [
    {
      title: 'Engines: CPU for each drawing',
      notes: [
        reason,
        `Of ${drawings} answers ${countOthers(own)} of our own differ from those of tfjs in a thousandth${native ? `, ${countOthers(native)} of the native engine` : ''}.`,
      ],
      rows,
    },
  ]
}

/** Unfinished drawings are those that the judge is least sure of. */
function beginningOf(strokes: readonly PenPoint[][], share: number): PenPoint[][] {
  const untilMs = share * (strokes.at(-1)?.at(-1)?.t ?? 0)
  return strokes.map((stroke) => stroke.filter(({ t }) => t <= untilMs))
}

/** As the trainer does it: two batches on WASM, which threads would share, and both at once on the native engine. */
function stepMicros(rasters: Uint8Array, backend: string): number {
  const parameters = initialParameters(architecture, new Chance(1))
  const halves = [0, 64].map(
    (first): TrainingBatch => ({
      rasters: rasters.subarray(first * pixels, (first + 64) * pixels),
      labels: Uint8Array.from({ length: 64 }, (_, index) => (first + index) % 10),
    }),
  )
  const step = backend === 'wasm' ? halves : [joinBatches(halves)]
  return 1e6 / perSecond(128, () => step.map((batch) => gradientsOf(architecture, parameters, batch)))
}
