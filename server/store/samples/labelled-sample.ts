import { createHmac } from 'node:crypto'
import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { type Raster, rasterise } from '#game/drawing/rasterise'
import type { ExportedSample } from '#models/samples-format/exported-sample'
import { splitOf } from '#models/samples-format/split'
import type { KeptSample } from './read-samples'

/**
 * A stored sample as an export tells it: with the label that people agreed on, and no player's id. Its raster is made when it is asked for.
 * @param writer see `writersOf`
 * @returns null when nothing is left on the canvas
 */
export function labelSample(sample: KeptSample, writer: string): ExportedSample | null {
  const strokes = strokesOf(decodeInk(sample.ink))
  if (!strokes.some((stroke) => stroke.length > 0)) return null
  const { id, prompt, guess, thousandths, difficulty, reason, reasons, label, consentVersion, votes } = sample
  const { lockMs, wrongLocks, judgeVersion: judge, drawnAt, verdicts, agreeing } = sample
  let raster: Raster | null = null
  return {
    ...{ id, prompt, guess, thousandths, judge, difficulty, lockMs, wrongLocks, reason, reasons, drawnAt },
    ...{ consentVersion, votes, review: { verdicts, agreeing }, strokes, writer },
    label: label ?? prompt,
    isReviewed: label !== null,
    split: splitOf(writer),
    get raster() {
      raster ??= rasterise(strokes) ?? new Uint8Array()
      return raster
    },
  }
}

/**
 * Names contributors by a keyed hash of their ids: without the key, hashing all ids, which are public, would tell who drew what.
 * @param contributorKey see `contributorKey`
 */
export function writersOf(contributorKey: string): (contributorId: string) => string {
  const known = new Map<string, string>()
  return (contributorId) => {
    const writer =
      known.get(contributorId) ??
      createHmac('sha256', contributorKey).update(contributorId).digest('hex').slice(0, 16)
    known.set(contributorId, writer)
    return writer
  }
}
