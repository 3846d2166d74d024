import { labelCount } from '#game/protocol/constants'
import { splitOf } from '#models/samples-format/split'
import { transactionLimits } from '#server/store/games/save-round'
import type { Prisma } from '#server/store/prisma'
import { capContributors } from '#server/store/samples/cap-contributors'
import { writersOf } from '#server/store/samples/labelled-sample'
import { chooseSamples, type KeptSample, readChosen } from '#server/store/samples/read-samples'
import type { SampleFilter } from '#server/store/samples/sample-filter'
import type { Prisma as Sql } from '../generated/client'
import { DatasetError } from './dataset-error'
import { hashDataset } from './dataset-hash'

type Wanted = {
  readonly name: string
  readonly filter: SampleFilter
  /** Who asked for it, as in Review. */
  readonly actor: string
  readonly contributorKey: string
}

export type FrozenVersion = { readonly name: string; readonly version: number; readonly count: number }

/** How many are read at a time: a page freezes beside games that go on. */
const rowsPerRead = 200
const rowsPerInsert = 5_000

/**
 * [F10] Freezes the reviewed samples of a filter, up to the caps of each contributor [C14], as the next version of a dataset.
 * @throws DatasetError where there are none
 */
export async function freezeDataset(prisma: Prisma, wanted: Wanted): Promise<FrozenVersion> {
  const rows = await chooseSamples(prisma, wanted.filter, true)
  const kept = capContributors(rows.map((row) => ({ ...row, label: row.label ?? row.prompt })))
  const ids = rows.filter(({ id }) => kept.has(id)).map(({ id }) => id)
  return saveVersion(prisma, wanted, {
    samples: readChosen(prisma, ids, rowsPerRead),
    leftOut: rows.length - ids.length,
    withdrawn: [],
  })
}

type Content = {
  readonly samples: AsyncIterable<KeptSample>
  readonly leftOut: number
  readonly withdrawn: readonly string[]
}

/** Stores what is read as the next version of a name. @throws DatasetError where nothing is */
export async function saveVersion(
  prisma: Prisma,
  { name, filter, actor, contributorKey }: Wanted,
  { samples, leftOut, withdrawn }: Content,
): Promise<FrozenVersion> {
  const writerOf = writersOf(contributorKey)
  const hash = hashDataset()
  const labels = Array.from({ length: labelCount }, () => 0)
  const contributors = new Set<string>()
  const members: Omit<Sql.DatasetMemberCreateManyInput, 'datasetId'>[] = []
  let gold = 0
  for await (const sample of samples) {
    const { id: sampleId, label, verdicts, agreeing } = sample
    // A verdict may have been taken back since the samples were chosen.
    if (label === null) continue
    const writer = writerOf(sample.contributorId)
    hash.add(sample, writer)
    members.push({ place: members.length, sampleId, label, verdicts, agreeing })
    labels[label] = (labels[label] ?? 0) + 1
    contributors.add(writer)
    if (splitOf(writer) === 'gold') gold++
  }
  if (members.length === 0)
    throw new DatasetError('empty', 'No reviewed drawing is among these, so there is nothing to freeze.')
  const facts = { count: members.length, gold, contributors: contributors.size, labels, leftOut }
  return prisma.$transaction(async (transaction) => {
    // Two at once get numbers of their own.
    await transaction.$queryRaw`select pg_advisory_xact_lock(hashtext(${`dataset ${name}`}))::text`
    const last = await transaction.dataset.aggregate({ where: { name }, _max: { version: true } })
    const version = (last._max.version ?? 0) + 1
    const { id: datasetId } = await transaction.dataset.create({
      data: {
        name,
        version,
        filter,
        createdBy: actor,
        ...facts,
        sha256: hash.end(),
        withdrawn: [...withdrawn],
      },
      select: { id: true },
    })
    for (let from = 0; from < members.length; from += rowsPerInsert) {
      const data = members.slice(from, from + rowsPerInsert).map((member) => ({ datasetId, ...member }))
      await transaction.datasetMember.createMany({ data })
    }
    return { name, version, count: members.length }
  }, transactionLimits)
}
