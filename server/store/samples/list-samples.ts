import type { Prisma } from '#server/store/prisma'
import type { Prisma as Sql } from '../generated/client'
import type { Verdict } from './label'
import type { KeptSample } from './read-samples'
import { type SampleFilter, whereSample } from './sample-filter'
import { countSamples } from './sample-tally'

/** What the admin sees of a sample. */
export type StoredSample = Pick<
  KeptSample,
  | 'id'
  | 'reason'
  | 'reasons'
  | 'prompt'
  | 'guess'
  | 'thousandths'
  | 'difficulty'
  | 'votes'
  | 'label'
  | 'consentVersion'
  | 'ink'
  | 'judgeVersion'
> & {
  contributorId: string
  createdAt: Date
  gameId: string
  /** Oldest first. */
  reviews: Verdict[]
}

export type SamplePage = { samples: StoredSample[]; count: number; pageCount: number }

export const samplesPerPage = 24

/** A sample of a page that is shown, as the next page begins after its last, and the one before ends before its first. */
export type SampleCursor = Pick<StoredSample, 'difficulty' | 'id'> & { readonly side: 'after' | 'before' }

/**
 * A page of samples, hardest first.
 * @param page from 1
 * @param cursor what the page is next to: so it is found off the index (keyset pagination), and not by all the samples of the pages before
 */
export async function listSamples(
  prisma: Prisma,
  filter: SampleFilter = {},
  { page = 1, cursor }: { readonly page?: number; readonly cursor?: SampleCursor | undefined } = {},
): Promise<SamplePage> {
  const where = whereSample(filter)
  const [count, rows] = await Promise.all([
    countSamples(prisma, filter),
    cursor
      ? readBeside(prisma, where, cursor)
      : prisma.sample.findMany({ ...hardestFirst, where, skip: (page - 1) * samplesPerPage }),
  ])
  return { samples: rows.map(storedSample), count, pageCount: Math.ceil(count / samplesPerPage) }
}

async function readBeside(
  prisma: Prisma,
  where: Sql.SampleWhereInput,
  { difficulty, id, side }: SampleCursor,
): Promise<SampleRow[]> {
  const isAfter = side === 'after'
  const beside: Sql.SampleWhereInput[] = isAfter
    ? [{ difficulty: { lte: difficulty } }, { OR: [{ difficulty: { lt: difficulty } }, { id: { gt: id } }] }]
    : [{ difficulty: { gte: difficulty } }, { OR: [{ difficulty: { gt: difficulty } }, { id: { lt: id } }] }]
  const rows = await prisma.sample.findMany({
    ...hardestFirst,
    where: { AND: [where, ...beside] },
    ...(!isAfter && { orderBy: [{ difficulty: 'asc' }, { id: 'desc' }] }),
  })
  return isAfter ? rows : rows.reverse()
}

const sampleColumns = {
  id: true,
  contributorId: true,
  reason: true,
  reasons: true,
  prompt: true,
  guess: true,
  thousandths: true,
  difficulty: true,
  votes: true,
  label: true,
  consentVersion: true,
  createdAt: true,
  drawing: { select: { ink: true, round: { select: { gameId: true, judgeVersion: true } } } },
  reviews: {
    select: { reviewer: true, verdict: true, settles: true, createdAt: true },
    orderBy: { createdAt: 'asc' },
  },
} satisfies Sql.SampleSelect

const hardestFirst = {
  select: sampleColumns,
  orderBy: [{ difficulty: 'desc' }, { id: 'asc' }],
  take: samplesPerPage,
} satisfies Sql.SampleFindManyArgs

type SampleRow = Sql.SampleGetPayload<{ select: typeof sampleColumns }>

function storedSample(row: SampleRow): StoredSample {
  const { drawing, ...columns } = row
  return { ...columns, ink: drawing.ink, ...drawing.round }
}
