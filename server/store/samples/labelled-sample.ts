import { createHmac } from 'node:crypto'
import { type Stroke, strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { type Raster, rasterise } from '#game/drawing/rasterise'
import type { ExportedSample } from '#models/samples-format/exported-sample'
import type { Split } from '#models/samples-format/schema'
import { splitOf } from '#models/samples-format/split'
import type { KeptSample } from './read-samples'

/**
 * A stored sample as an export tells it: with the label that people agreed on, and no player's id. Its raster is made when it is asked for.
 * @param writer see `writersOf`
 * @returns null when nothing is left on the canvas
 */
export function labelSample(sample: KeptSample, writer: string): ExportedSample | null {
  const strokes = strokesOf(decodeInk(sample.ink))
  return strokes.some((stroke) => stroke.length > 0) ? new LabelledSample(sample, writer, strokes) : null
}

/** A class, because a getter of its own for each object makes all that is read from them slow. */
class LabelledSample implements ExportedSample {
  readonly id: string
  readonly prompt: number
  readonly guess: number
  readonly thousandths: readonly number[]
  readonly judge: string
  readonly difficulty: number
  readonly lockMs: number | null
  readonly wrongLocks: number
  readonly reason: string
  readonly reasons: readonly string[]
  readonly drawnAt: Date
  readonly consentVersion: number
  readonly votes: readonly number[]
  readonly label: number
  readonly isReviewed: boolean
  readonly review: ExportedSample['review']
  readonly writer: string
  readonly split: Split
  readonly strokes: readonly Stroke[]
  #raster: Raster | null = null

  constructor(sample: KeptSample, writer: string, strokes: readonly Stroke[]) {
    this.id = sample.id
    this.prompt = sample.prompt
    this.guess = sample.guess
    this.thousandths = sample.thousandths
    this.judge = sample.judgeVersion
    this.difficulty = sample.difficulty
    this.lockMs = sample.lockMs
    this.wrongLocks = sample.wrongLocks
    this.reason = sample.reason
    this.reasons = sample.reasons
    this.drawnAt = sample.drawnAt
    this.consentVersion = sample.consentVersion
    this.votes = sample.votes
    this.label = sample.label ?? sample.prompt
    this.isReviewed = sample.label !== null
    this.review = { verdicts: sample.verdicts, agreeing: sample.agreeing }
    this.writer = writer
    this.split = splitOf(writer)
    this.strokes = strokes
  }

  get raster(): Raster {
    this.#raster ??= rasterise(this.strokes) ?? new Uint8Array()
    return this.#raster
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
