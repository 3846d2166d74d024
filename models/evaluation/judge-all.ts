import { rasterSize } from '#game/drawing/rasterise'
import type { Classification, Judge } from '#models/judge'
import type { TestPicture } from './measure'

type Classifier = Pick<Judge, 'classify'>

const rasterLength = rasterSize * rasterSize

/** @returns one guess for each picture, in their order. */
export function judgeAll(
  judge: Classifier,
  pictures: readonly TestPicture[],
  batchSize = 256,
): Classification[] {
  const guesses: Classification[] = []
  for (let start = 0; start < pictures.length; start += batchSize) {
    guesses.push(...judge.classify(joined(pictures.slice(start, start + batchSize))))
  }
  return guesses
}

/** How fast the judge answers here, on one thread, after a short warm-up. */
export function measureSpeed(judge: Classifier, pictures: readonly TestPicture[]) {
  const some = pictures.slice(0, 2048)
  judgeAll(judge, some.slice(0, 256), 32)
  judgeAll(judge, some.slice(0, 64), 1)
  const batchSize = Math.min(32, some.length)
  return {
    perSecond: Math.round((1000 * batchSize) / quickMs(judge, some, batchSize)),
    aloneMs: quickMs(judge, some.slice(0, 512), 1),
  }
}

/**
 * Of whole batches, joined before the clock starts, the time of the quicker tenth: whatever else the machine is doing can
 * only make a batch slower.
 */
function quickMs(judge: Classifier, pictures: readonly TestPicture[], batchSize: number): number {
  const batches = Array.from({ length: Math.floor(pictures.length / batchSize) }, (_, index) =>
    joined(pictures.slice(index * batchSize, (index + 1) * batchSize)),
  )
  const times = batches.map((batch) => {
    const startedAt = performance.now()
    judge.classify(batch)
    return performance.now() - startedAt
  })
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 10)] ?? 0
}

function joined(pictures: readonly TestPicture[]): Uint8Array {
  const rasters = new Uint8Array(pictures.length * rasterLength)
  for (const [index, { raster }] of pictures.entries()) rasters.set(raster, index * rasterLength)
  return rasters
}
