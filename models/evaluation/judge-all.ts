import { pathChannels, pathPoints } from '#game/drawing/pen-path'
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

type Speed = { readonly perSecond: number; readonly aloneMs: number }

/**
 * How fast judges answer here, with both networks where they have two, on one thread, after a short warm-up. They take turns, so that
 * all meet the same machine.
 */
export function measureSpeeds(judges: readonly Classifier[], pictures: readonly TestPicture[]): Speed[] {
  const some = pictures.slice(0, 2048)
  for (const judge of judges) {
    judgeAll(judge, some.slice(0, 256), 32)
    judgeAll(judge, some.slice(0, 64), 1)
    judge.classify(joined(some.slice(0, 32)), noWays(Math.min(32, some.length)))
  }
  const batchSize = Math.min(32, some.length)
  const inBatches = quickMs(judges, some, batchSize)
  const alone = quickMs(judges, some.slice(0, 512), 1)
  return judges.map((_, index) => ({
    perSecond: Math.round((1000 * batchSize) / (inBatches[index] ?? NaN)),
    aloneMs: alone[index] ?? NaN,
  }))
}

/**
 * Of whole batches, joined before the clock starts, the time of the quicker tenth: whatever else the machine is doing can
 * only make a batch slower.
 */
function quickMs(
  judges: readonly Classifier[],
  pictures: readonly TestPicture[],
  batchSize: number,
): number[] {
  const times = judges.map((): number[] => [])
  const ways = noWays(batchSize)
  for (let start = 0; start + batchSize <= pictures.length; start += batchSize) {
    const batch = joined(pictures.slice(start, start + batchSize))
    judges.forEach((judge, index) => {
      const startedAt = performance.now()
      judge.classify(batch, ways)
      times[index]?.push(performance.now() - startedAt)
    })
  }
  return times.map((own) => own.toSorted((a, b) => a - b)[Math.floor(own.length / 10)] ?? 0)
}

/** Pens that did not move: how long a network takes does not depend on what it sees, and of pictures nothing is known but how they look. */
function noWays(count: number): Float32Array {
  return new Float32Array(count * pathPoints * pathChannels)
}

function joined(pictures: readonly TestPicture[]): Uint8Array {
  const rasters = new Uint8Array(pictures.length * rasterLength)
  for (const [index, { raster }] of pictures.entries()) rasters.set(raster, index * rasterLength)
  return rasters
}
