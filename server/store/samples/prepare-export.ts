import type { ExportedSample } from '#models/samples-format/exported-sample'
import type { ExportFormat } from '#models/samples-format/formats'
import type { ExportRequest } from '#models/samples-format/write-export'
import { type DatasetRef, openDataset } from '#server/store/datasets/open-dataset'
import type { Prisma } from '#server/store/prisma'
import { capContributors } from './cap-contributors'
import { labelSample, writersOf } from './labelled-sample'
import { chooseSamples, type KeptSample, readChosen } from './read-samples'
import type { SampleFilter } from './sample-filter'

/** What an export is of: a version of a dataset, the last one unless it is named, or samples as they are now. */
export type ExportScope =
  | DatasetRef
  | {
      readonly filter: SampleFilter
      /** [C11] Leaves out what people have not agreed on yet; its label would be the prompt, which is a weak one. */
      readonly onlyReviewed: boolean
    }

export type ExportOptions = {
  readonly formats: readonly ExportFormat[]
  readonly scope: ExportScope
  /** What contributors' names are made with. */
  readonly contributorKey: string
}

export type PreparedExport = { readonly request: ExportRequest; readonly total: number }

/**
 * Chooses what an export holds: [C14] all samples of a filter that may be exported, up to the caps of each contributor, or what is frozen [F10].
 * @param onSample called for each sample that is read, once a format
 * @throws DatasetError where there is no such dataset, or drawings of it were withdrawn
 */
export async function prepareExport(
  prisma: Prisma,
  { formats, scope, contributorKey }: ExportOptions,
  onSample: () => void = () => {},
): Promise<PreparedExport> {
  const writerOf = writersOf(contributorKey)
  async function* labelled(samples: AsyncIterable<KeptSample>, onlyReviewed: boolean) {
    for await (const stored of samples) {
      const sample = labelSample(stored, writerOf(stored.contributorId))
      onSample()
      // A verdict may have been taken back since the samples were chosen.
      if (sample && (sample.isReviewed || !onlyReviewed)) yield sample
    }
  }
  if ('dataset' in scope) {
    const { told, total, read } = await openDataset(prisma, scope, writerOf)
    return {
      total: total * formats.length,
      request: { formats, told, samples: () => labelled(read(), true) },
    }
  }
  const { filter, onlyReviewed } = scope
  const { ids, leftOut } = await chooseIds(prisma, filter, onlyReviewed)
  // Ids of players are in no export [C4].
  const { contributor: _, ...told } = filter
  const samples = (): AsyncGenerator<ExportedSample> => labelled(readChosen(prisma, ids), onlyReviewed)
  return {
    total: ids.length * formats.length,
    request: {
      ...{ formats, samples },
      told: { filter: { ...told, onlyReviewed }, leftOut },
    },
  }
}

/** [C14] Apart, so that as long as an export is read memory holds the ids alone. */
async function chooseIds(
  prisma: Prisma,
  filter: SampleFilter,
  onlyReviewed: boolean,
): Promise<{ readonly ids: readonly string[]; readonly leftOut: number }> {
  const rows = await chooseSamples(prisma, filter, onlyReviewed)
  const kept = capContributors(rows.map((row) => ({ ...row, label: row.label ?? row.prompt })))
  const ids = rows.filter(({ id }) => kept.has(id)).map(({ id }) => id)
  return { ids, leftOut: rows.length - ids.length }
}
