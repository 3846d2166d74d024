import type { Prisma } from '#server/store/prisma'
import { capContributors } from './cap-contributors'
import { readSamples, type StoredSample, whereExported } from './list-samples'
import type { SampleFilter } from './sample-filter'

type ExportScope = {
  readonly filter: SampleFilter
  /** [C11] Leaves out what people have not agreed on. */
  readonly onlyReviewed: boolean
}

type SamplesForExport = {
  readonly samples: AsyncIterable<StoredSample>
  /** [C14] How many are left out because their contributors have more than one may have. */
  readonly leftOut: number
}

/** [C14] What an export of a filter holds: all samples that may be exported, up to the caps of each contributor. */
export async function readForExport(
  prisma: Prisma,
  { filter, onlyReviewed }: ExportScope,
): Promise<SamplesForExport> {
  const rows = await prisma.sample.findMany({
    where: { AND: [whereExported(filter, new Date()), onlyReviewed ? { label: { not: null } } : {}] },
    select: { id: true, contributorId: true, prompt: true, label: true },
  })
  const kept = capContributors(rows.map(({ prompt, label, ...row }) => ({ ...row, label: label ?? prompt })))
  return { samples: only(kept, readSamples(prisma, filter)), leftOut: rows.length - kept.size }
}

async function* only(ids: ReadonlySet<string>, samples: AsyncIterable<StoredSample>) {
  for await (const sample of samples) if (ids.has(sample.id)) yield sample
}
