import type { ExportedSample } from '#models/samples-format/exported-sample'
import type { Manifest } from '#models/samples-format/schema'
import { type ExportFormat, writeExportFolder } from '#models/samples-format/write-export'
import { labelSample } from './labelled-sample'
import type { StoredSample } from './list-samples'
import type { SampleFilter } from './sample-filter'

export type ExportOptions = {
  readonly formats: readonly ExportFormat[]
  /** Leaves out what people have not agreed on yet; its label would be the prompt, which is a weak one. */
  readonly onlyReviewed: boolean
  readonly filter: SampleFilter
  /** What contributors' names are made with. */
  readonly contributorKey: string
}

/**
 * Writes stored samples into a new folder, as `models/samples-format` says, without those that cannot be labelled.
 * @throws Error with code EEXIST when the folder is there already
 */
export function writeExport(
  folder: string,
  samples: AsyncIterable<StoredSample>,
  { formats, onlyReviewed, filter, contributorKey }: ExportOptions,
): Promise<Manifest> {
  async function* labelled(): AsyncGenerator<ExportedSample> {
    for await (const stored of samples) {
      const sample = labelSample(stored, contributorKey)
      if (sample && (sample.isReviewed || !onlyReviewed)) yield sample
    }
  }
  return writeExportFolder(folder, labelled(), formats, { ...filter, onlyReviewed })
}
