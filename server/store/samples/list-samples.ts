import type { Prisma } from '#server/store/prisma'
import type { Prisma as Sql } from '../generated/client'
import type { Verdict } from './label'
import { type SampleFilter, whereSample } from './sample-filter'
import type { SampleReason } from './sample-reasons'

export type StoredSample = {
  id: string
  contributorId: string
  reason: SampleReason
  /** All that hold, `reason` first. */
  reasons: SampleReason[]
  prompt: number
  /** 10 is "not a digit". */
  guess: number
  thousandths: number[]
  difficulty: number
  /** How many people read each label in it; empty where nobody voted. */
  votes: number[]
  /** What people agreed on; 10 is "not a digit", null while nobody has. */
  label: number | null
  consentVersion: number
  createdAt: Date
  /** The op log in the form of game/drawing/ink-codec. */
  ink: string
  gameId: string
  judgeVersion: string
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
  const [count, rows] = await prisma.$transaction([
    prisma.sample.count({ where }),
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
