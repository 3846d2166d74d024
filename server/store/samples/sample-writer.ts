import type { LabelledSample } from './labelled-sample'

/** Writes samples in one format, in the order in which they are added. */
export type SampleWriter = {
  /** The files it makes in its folder. */
  readonly names: readonly string[]
  add(sample: LabelledSample): Promise<void>
  /** The files are whole only after this. */
  close(): Promise<void>
}
