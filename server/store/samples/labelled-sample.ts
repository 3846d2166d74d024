import { createHmac } from 'node:crypto'
import { type Stroke, strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { type Raster, rasterise } from '#game/drawing/rasterise'
import { agreedLabel } from './label'
import type { StoredSample } from './list-samples'

/** A sample as an export tells it. */
export type LabelledSample = {
  readonly sample: StoredSample
  /** What people agreed on, else the prompt; 10 is "not a digit". */
  readonly label: number
  readonly isReviewed: boolean
  /** Whose hand it was: the same in all exports of a server, and of no use without its key. */
  readonly writer: string
  readonly strokes: readonly Stroke[]
  /** The picture the judge sees. */
  readonly raster: Raster
}

/**
 * @param contributorKey see `contributorKey`
 * @returns null when nothing is left on the canvas
 */
export function labelSample(sample: StoredSample, contributorKey: string): LabelledSample | null {
  const strokes = strokesOf(decodeInk(sample.ink))
  const raster = rasterise(strokes)
  const agreed = agreedLabel(sample.reviews)
  if (!raster) return null
  const writer = writerOf(sample, contributorKey)
  return { sample, label: agreed ?? sample.prompt, isReviewed: agreed !== null, writer, strokes, raster }
}

/** Keyed, because ids of players are public: without a key, hashing them all would tell whose hand it was. */
function writerOf({ contributorId }: StoredSample, key: string): string {
  return createHmac('sha256', key).update(contributorId).digest('hex').slice(0, 16)
}
