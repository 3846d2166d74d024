import { createHash } from 'node:crypto'
import { type Stroke, strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { type Raster, rasterise } from '#game/drawing/rasterise'
import type { StoredSample } from '../store/list-samples'
import { agreedLabel } from './label'

/** A sample as an export tells it. */
export type LabelledSample = {
  readonly sample: StoredSample
  /** What people agreed on, else the prompt; 10 is "not a digit". */
  readonly label: number
  readonly isReviewed: boolean
  readonly strokes: readonly Stroke[]
  /** The picture the judge sees. */
  readonly raster: Raster
}

/** @returns null when nothing is left on the canvas */
export function labelSample(sample: StoredSample): LabelledSample | null {
  const strokes = strokesOf(decodeInk(sample.ink))
  const raster = rasterise(strokes)
  const agreed = agreedLabel(sample.reviews)
  return raster && { sample, label: agreed ?? sample.prompt, isReviewed: agreed !== null, strokes, raster }
}

/** The same hand has the same name in every export; the hand's player cannot be found from it. */
export function writerOf({ contributorId }: StoredSample): string {
  return createHash('sha256').update(contributorId).digest('hex').slice(0, 16)
}
