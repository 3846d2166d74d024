import type { Stroke } from '#game/drawing/ink'
import type { Raster } from '#game/drawing/rasterise'
import type { Split } from './schema'

/** A sample as an export tells it. */
export type ExportedSample = {
  readonly id: string
  /** What the player was asked for: a weak label. */
  readonly prompt: number
  /** What the network said at the end; 10 is "not a digit". */
  readonly guess: number
  /** The eleven probabilities of that guess. */
  readonly thousandths: readonly number[]
  /** The model that said so. */
  readonly judge: string
  /** 0 to 1000: how far it was from the prompt. */
  readonly difficulty: number
  /** ms from the prompt to the lock; null where there was none. */
  readonly lockMs: number | null
  readonly wrongLocks: number
  /** Why it was kept; the first of `reasons`. */
  readonly reason: string
  readonly reasons: readonly string[]
  /** When its round began. */
  readonly drawnAt: Date
  /** Which words the contributor agreed to. */
  readonly consentVersion: number
  /** How many people read each label in it; empty where nobody voted. */
  readonly votes: readonly number[]
  /** What people agreed on, else the prompt; 10 is "not a digit". */
  readonly label: number
  readonly isReviewed: boolean
  /** How many reviewers gave a verdict, and how many of them the label. */
  readonly review: { readonly verdicts: number; readonly agreeing: number }
  /** Who drew it: 16 hex digits, the same in all exports of a server, and of no use without its key. */
  readonly writer: string
  readonly split: Split
  readonly strokes: readonly Stroke[]
  /** The picture the judge sees. */
  readonly raster: Raster
}

/** A file of an export: its bytes are made as they are taken. */
export type ExportEntry = {
  /** In the folder of the export, with a slash where it is in a folder in it. */
  readonly name: string
  readonly content: Uint8Array | AsyncIterable<Uint8Array>
}

/**
 * Writes samples in one format. Each entry has to be read to its end before the next one is asked for; the samples are read once.
 * @param workFolder for what has to wait until all samples are read; whoever gives it removes it
 */
export type FormatWriter = (
  samples: AsyncIterable<ExportedSample>,
  workFolder: string,
) => AsyncGenerator<ExportEntry>
