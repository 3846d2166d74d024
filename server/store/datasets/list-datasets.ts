import { findTrainedVersions } from '#models/training/trained-samples'
import type { Prisma } from '#server/store/prisma'
import { type SampleFilter, sampleFilter } from '#server/store/samples/sample-filter'

/** A version of a dataset, as the admin sees it. */
export type DatasetVersion = {
  id: string
  name: string
  version: number
  createdBy: string
  createdAt: Date
  filter: SampleFilter
  count: number
  gold: number
  contributors: number
  labels: number[]
  leftOut: number
  sha256: string
  /** How many drawings of the version before were withdrawn; more than 0 is why it was made. */
  withdrawn: number
  /** Models that these drawings trained, oldest first. */
  touched: string[]
  /** Whether it is the last of its name: of older ones drawings may be gone. */
  isLast: boolean
}

/** [F10] All versions, newest first. @param modelsFolder holds one folder a model */
export async function listDatasets(prisma: Prisma, modelsFolder: string): Promise<DatasetVersion[]> {
  const rows = await prisma.dataset.findMany({ orderBy: [{ createdAt: 'desc' }, { version: 'desc' }] })
  const trained = await findTrainedVersions(modelsFolder, [...new Set(rows.flatMap((row) => row.withdrawn))])
  const last = new Map<string, number>()
  for (const { name, version } of rows) last.set(name, Math.max(version, last.get(name) ?? 0))
  return rows.map(({ withdrawn, filter, ...row }) => ({
    ...row,
    filter: sampleFilter.parse(filter),
    withdrawn: withdrawn.length,
    touched: [...new Set(withdrawn.flatMap((id) => trained.get(id) ?? []))].sort(byNumber),
    isLast: last.get(row.name) === row.version,
  }))
}

const byNumber = (one: string, other: string) => one.localeCompare(other, 'en', { numeric: true })
