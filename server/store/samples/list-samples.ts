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

/** A page of samples, hardest first. @param page from 1 */
export async function listSamples(
  prisma: Prisma,
  filter: SampleFilter = {},
  { page = 1 }: { readonly page?: number } = {},
): Promise<SamplePage> {
  const where = whereSample(filter)
  const [count, rows] = await Promise.all([
    countSamples(prisma, filter),
    prisma.sample.findMany({ ...hardestFirst, where, skip: (page - 1) * samplesPerPage }),
  ])
  return { samples: rows.map(storedSample), count, pageCount: Math.ceil(count / samplesPerPage) }
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

function storedSample(row: Sql.SampleGetPayload<{ select: typeof sampleColumns }>): StoredSample {
  const { drawing, ...columns } = row
  return { ...columns, ink: drawing.ink, ...drawing.round }
}
