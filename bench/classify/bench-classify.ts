import { pino } from 'pino'
import { type Raster, rasterise, rasterSize } from '#game/drawing/rasterise'
import { loadJudge } from '#models/judge'
import { findChampionFolder, readModelFolder } from '#models/model-folder'
import { networksOf } from '#models/training/publish'
import { openChampion } from '#server/judge/champion'
import type { Classifier } from '#server/judge/classifier'
import type { PackedDrawing } from '#server/judge/packed-drawings'
import { packed } from '#server/testing/scripted-classifier'
import { handwrite, type PenPoint } from '../../e2e/handwriting'
import { perSecond } from '../per-second'
import { toGrid } from '../relay/pen'
import { quantile, type Report, rounded } from '../report'
import { runPlainly } from './plain-network'

const measuredMs = 1_500
const batches = [1, 8, 32]
const askers = [1, 8, 64, 256]

export async function benchClassify(): Promise<Report[]> {
  const drawings = Array.from({ length: 40 }, (_, seed) => handwrite(seed % 10, seed))
  return [await benchJudge(drawings), await benchPool(drawings)]
}

async function benchJudge(drawings: readonly PenPoint[][][]): Promise<Report> {
  const files = await readModelFolder(await findChampionFolder())
  const judge = await loadJudge(files)
  const { layers, weights } = networksOf(files)
  const rasters = drawings.map((drawing) => rasterise(drawing) ?? new Uint8Array(rasterSize ** 2))
  const [first = new Uint8Array(rasterSize ** 2)] = rasters

  const plain = perSecond(1, () => runPlainly(layers, weights, first))
  const measured = [
    ['rasterise one drawing', perSecond(drawings.length, () => drawings.map((each) => rasterise(each)))],
    ['network in plain loops, alone', plain],
    ...batches.map((size) => {
      const batch = joined(rasters.slice(0, size))
      return [
        `judge (WASM), ${size === 1 ? 'alone' : `in batches of ${size}`}`,
        perSecond(size, () => judge.classify(batch)),
      ] as const
    }),
  ] as const
  judge.dispose()
  return {
    title: `Judge ${judge.version} on one core`,
    notes: ['Seconds are those of the CPU, so that whatever else runs on this machine does not count.'],
    rows: Object.fromEntries(
      measured.map(([name, images]) => [
        name,
        {
          'images/s': Math.round(images),
          'ms/image': rounded(1000 / images),
          'x plain loops': rounded(images / plain),
        },
      ]),
    ),
  }
}

function joined(rasters: readonly Raster[]): Uint8Array {
  return Uint8Array.from(rasters.flatMap((raster) => [...raster]))
}

/** The server's own pool, thread and queue included. Each asker asks again as soon as it has its answer. */
async function benchPool(drawings: readonly PenPoint[][][]): Promise<Report> {
  const classifier = await openChampion({
    modelsFolder: 'models',
    engine: 'wasm',
    workers: 1,
    log: pino({ level: 'warn' }),
  })
  const asked = drawings.map((drawing) => packed(...drawing.map((stroke) => stroke.map(toGrid))))
  const rows: [string, Report['rows'][string]][] = []
  for (const count of askers) {
    await askTogether(classifier, asked, count, 300)
    const waitedMs = await askTogether(classifier, asked, count, measuredMs)
    rows.push([
      `${count} drawing${count === 1 ? '' : 's'} at a time`,
      {
        'guesses/s': Math.round((waitedMs.length / measuredMs) * 1000),
        'p50 ms': rounded(quantile(waitedMs, 0.5)),
        'p99 ms': rounded(quantile(waitedMs, 0.99)),
      },
    ])
  }
  await classifier.close()
  return {
    title: 'Classifier pool under load: one worker, strokes in, guess out',
    rows: Object.fromEntries(rows),
  }
}

async function askTogether(
  classifier: Classifier,
  drawings: readonly PackedDrawing[],
  count: number,
  forMs: number,
): Promise<number[]> {
  const endAt = performance.now() + forMs
  const waitedMs: number[] = []
  const ask = async (first: number) => {
    for (let at = first; performance.now() < endAt; at++) {
      const askedAt = performance.now()
      const drawing = drawings[at % drawings.length]
      if (!drawing) return
      await classifier.classify(drawing, classifier.judge.version, 'CDFGH')
      waitedMs.push(performance.now() - askedAt)
    }
  }
  await Promise.all(Array.from({ length: count }, (_, first) => ask(first)))
  return waitedMs
}
