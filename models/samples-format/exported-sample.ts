import type { Stroke } from '#game/drawing/ink'
import type { Raster } from '#game/drawing/rasterise'

/** A sample as an export tells it. */
export type ExportedSample = {
  readonly id: string
  /** What the player was asked for: a weak label. */
  readonly prompt: number
  /** What the network said at the end; 10 is "not a digit". */
  readonly guess: number
  /** Why it was kept; the first of `reasons`. */
  readonly reason: string
  readonly reasons: readonly string[]
  /** Which words the contributor agreed to. */
  readonly consentVersion: number
  /** What people agreed on, else the prompt; 10 is "not a digit". */
  readonly label: number
  readonly isReviewed: boolean
  /** Who drew it: the same in all exports of a server, and of no use without its key. */
  readonly writer: string
  readonly strokes: readonly Stroke[]
  /** The picture the judge sees. */
  readonly raster: Raster
}

/** Writes samples in one format, in the order in which they are added. */
export type SampleWriter = {
  /** The files it makes in its folder. */
  readonly names: readonly string[]
  add(sample: ExportedSample): Promise<void>
  /** The files are whole only after this. */
  close(): Promise<void>
}
