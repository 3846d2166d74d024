import { createHmac } from 'node:crypto'
import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { rasterise } from '#game/drawing/rasterise'
import type { ExportedSample } from '#models/samples-format/exported-sample'
import type { StoredSample } from './list-samples'

/**
 * A stored sample as an export tells it: with the label that people agreed on, and no player's id.
 * @param contributorKey see `contributorKey`
 * @returns null when nothing is left on the canvas
 */
export function labelSample(sample: StoredSample, contributorKey: string): ExportedSample | null {
  const strokes = strokesOf(decodeInk(sample.ink))
  const raster = rasterise(strokes)
  if (!raster) return null
  const { id, prompt, guess, reason, reasons, label, consentVersion } = sample
  return {
    ...{ id, prompt, guess, reason, reasons, consentVersion, strokes, raster },
    label: label ?? prompt,
    isReviewed: label !== null,
    writer: writerOf(sample, contributorKey),
  }
}

/** Keyed, because ids of players are public: without a key, hashing them all would tell who drew it. */
function writerOf({ contributorId }: StoredSample, key: string): string {
  return createHmac('sha256', key).update(contributorId).digest('hex').slice(0, 16)
}
