import type { Manifest } from '#models/samples-format/schema'
import type { Prisma } from '#server/store/prisma'
import { type KeptSample, readChosen } from '#server/store/samples/read-samples'
import { sampleFilter } from '#server/store/samples/sample-filter'
import { DatasetError } from './dataset-error'
import { hashDataset } from './dataset-hash'
import { missingMembers } from './missing-members'

/** A version of a dataset, the last one unless it is named. */
export type DatasetRef = { readonly dataset: string; readonly version?: number | undefined }

type OpenDataset = {
  readonly total: number
  readonly told: Pick<Manifest, 'filter' | 'leftOut' | 'dataset'> & { readonly createdAt: Date }
  /**
   * Reads the samples as they were frozen.
   * @throws DatasetError at the end, where they are not what the hash speaks of
   */
  read(): AsyncGenerator<KeptSample>
}

/**
 * [F10] What is frozen in a version of a dataset.
 * @throws DatasetError where there is no such version, or drawings of it were withdrawn
 */
export async function openDataset(
  prisma: Prisma,
  { dataset: name, version }: DatasetRef,
  writerOf: (contributorId: string) => string,
): Promise<OpenDataset> {
  const found = await prisma.dataset.findFirst({
    where: { name, ...(version === undefined ? {} : { version }) },
    orderBy: { version: 'desc' },
  })
  if (!found) throw new DatasetError('unknown', `There is no dataset ${name}${version ? `@${version}` : ''}.`)
  const missing = await missingMembers(prisma, found.id)
  if (missing.length > 0) throw withdrawn(name, found.version, missing.length)
  const members = await prisma.datasetMember.findMany({
    where: { datasetId: found.id },
    select: { sampleId: true, label: true, verdicts: true, agreeing: true },
    orderBy: { place: 'asc' },
  })
  const frozen = new Map(members.map(({ sampleId, ...facts }) => [sampleId, facts]))
  const { contributor: _, ...filter } = sampleFilter.parse(found.filter)
  const { leftOut, createdAt, sha256 } = found
  return {
    total: members.length,
    told: {
      filter: { ...filter, onlyReviewed: true },
      leftOut,
      createdAt,
      dataset: { name, version: found.version, sha256 },
    },
    async *read() {
      const hash = hashDataset()
      let read = 0
      for await (const sample of readChosen(prisma, [...frozen.keys()])) {
        const whole = { ...sample, ...frozen.get(sample.id) }
        hash.add(whole, writerOf(sample.contributorId))
        read++
        yield whole
      }
      if (read < members.length) throw withdrawn(name, found.version, members.length - read)
      if (hash.end() !== sha256) {
        throw new DatasetError(
          'changed',
          `Dataset ${name}@${found.version} is not what was frozen: its drawings, or the key that names contributors, have changed.`,
        )
      }
    },
  }
}

function withdrawn(name: string, version: number, count: number): DatasetError {
  const what = count === 1 ? '1 drawing was' : `${count} drawings were`
  return new DatasetError(
    'withdrawn',
    `${what} withdrawn from dataset ${name}@${version} by those who drew them. Use the next version, which is without them.`,
  )
}
