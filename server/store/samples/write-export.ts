import type { ExportedSample } from '#models/samples-format/exported-sample'
import type { Manifest } from '#models/samples-format/schema'
import { type ExportFormat, writeExportFolder } from '#models/samples-format/write-export'
import type { Prisma } from '#server/store/prisma'
import { labelSample } from './labelled-sample'
import { readForExport } from './read-for-export'
import type { SampleFilter } from './sample-filter'

export type ExportOptions = {
  readonly formats: readonly ExportFormat[]
  /** [C11] Leaves out what people have not agreed on yet; its label would be the prompt, which is a weak one. */
  readonly onlyReviewed: boolean
  readonly filter: SampleFilter
  /** What contributors' names are made with. */
  readonly contributorKey: string
}

/**
 * Writes stored samples into a new folder, as `models/samples-format` says, without those that cannot be labelled.
 * @throws Error with code EEXIST when the folder is there already
 */
export async function writeExport(
  prisma: Prisma,
  folder: string,
  { formats, onlyReviewed, filter, contributorKey }: ExportOptions,
): Promise<Manifest> {
  const { samples, leftOut } = await readForExport(prisma, { filter, onlyReviewed })
  async function* labelled(): AsyncGenerator<ExportedSample> {
    for await (const stored of samples) {
      const sample = labelSample(stored, contributorKey)
      // A verdict may have been taken back since the samples were chosen.
      if (sample && (sample.isReviewed || !onlyReviewed)) yield sample
    }
  }
  // Ids of players are in no export [C4].
  const { contributor: _, ...told } = filter
  return writeExportFolder(folder, labelled(), formats, { filter: { ...told, onlyReviewed }, leftOut })
}
