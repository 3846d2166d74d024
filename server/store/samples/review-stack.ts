import { randomUUID } from 'node:crypto'
import { digits } from '#game/protocol/constants'
import type { PlayerId } from '#game/protocol/scalars'
import { leastSelfConfidence } from '#models/evaluation/label-quality'
import { transactionLimits } from '#server/store/games/save-round'
import type { Prisma } from '#server/store/prisma'
import type { Prisma as Sql } from '../generated/client'
import { disagreementOf, mostDisagreement } from './disagreement'
import { isFree, leaseAgain, leaseSamples } from './lease'
import { type Asker, interleave, mostPerContributor } from './review-queue'
import { type SampleFilter, whereSample } from './sample-filter'
import { lockSamples } from './sample-tally'
import { deleteStack, updateLabels } from './save-review'

/** [F9] How many drawings are looked at together. */
export const stackSize = 24

/** Drawings that all look like one digit, which is what was asked for. */
export type ReviewStack = {
  readonly id: string
  readonly digit: number
  readonly samples: readonly { readonly id: string; readonly ink: string }[]
}

export type StackVerdict = {
  readonly stackId: string
  readonly digit: number
  readonly accepted: readonly string[]
  /** Taken out of the stack: looked at one by one, before others. */
  readonly doubted: readonly string[]
  readonly reviewer: string
}

const candidatesPerRead = 240

/** [F9] What may be in a stack: without a verdict, and `looksRight` to the judge, whose answer is the more probable half there. */
function looksRight(filter: SampleFilter): Sql.SampleWhereInput {
  return {
    ...whereSample({ ...filter, isReviewed: false }),
    difficulty: { lte: 1000 - leastSelfConfidence },
    doubtedIn: null,
    reviews: { none: {} },
  }
}

/** How many samples look right, by digit, whoever drew them. */
export async function countLooksRight(
  prisma: Sql.TransactionClient,
  filter: SampleFilter = {},
): Promise<number[]> {
  const counts = await prisma.sample.groupBy({ by: ['prompt'], where: looksRight(filter), _count: true })
  return digits.map((digit) => counts.find(({ prompt }) => prompt === digit)?._count ?? 0)
}

/**
 * [F9] [F12] Leases the next stack: drawings of one digit, of which most wait, those first that the judge is surest of; nobody's beyond
 * `mostPerContributor`, and none of a contributor whom reviewers or the judge disagree with in more than `mostDisagreement`. It labels nothing.
 * @returns null when there is none
 */
export async function takeStack(
  prisma: Prisma,
  { now, filter = {}, released }: Omit<Asker, 'reviewer'>,
): Promise<ReviewStack | null> {
  const id = randomUUID()
  let digit: number | undefined
  const samples = await leaseSamples(
    prisma,
    { id, now },
    async (transaction) => {
      const counts = await countLooksRight(transaction, filter)
      const inTurn = digits.filter((each) => counts[each]).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
      for (digit of inTurn) {
        const where = { ...looksRight({ ...filter, prompt: digit }), ...isFree(now) }
        const found = await surest(transaction, where)
        if (found.length > 0) return found
      }
      return []
    },
    released,
  )
  return samples.length > 0 && digit !== undefined ? { id, digit, samples } : null
}

async function surest(
  transaction: Sql.TransactionClient,
  where: Sql.SampleWhereInput,
): Promise<ReviewStack['samples']> {
  const found: { id: string; contributorId: PlayerId; ink: string }[] = []
  const taken = new Map<PlayerId, number>()
  const left = new Set<PlayerId>()
  while (found.length < stackSize) {
    const full = [...taken].filter(([, count]) => count >= mostPerContributor).map(([id]) => id)
    const rows = await transaction.sample.findMany({
      where: {
        ...where,
        NOT: {
          OR: [{ contributorId: { in: [...full, ...left] } }, { id: { in: found.map(({ id }) => id) } }],
        },
      },
      select: { id: true, contributorId: true, drawing: { select: { ink: true } } },
      orderBy: [{ difficulty: 'asc' }, { id: 'asc' }],
      take: candidatesPerRead,
    })
    if (rows.length === 0) break
    const disagreements = await disagreementOf(transaction, [
      ...new Set(rows.map(({ contributorId }) => contributorId)),
    ])
    for (const [id, share] of disagreements) if (share > mostDisagreement) left.add(id)
    for (const { id, contributorId, drawing } of rows) {
      const count = taken.get(contributorId) ?? 0
      if (left.has(contributorId) || count >= mostPerContributor || found.length >= stackSize) continue
      found.push({ id, contributorId, ink: drawing.ink })
      taken.set(contributorId, count + 1)
    }
  }
  return interleave(found).map(({ id, ink }) => ({ id, ink }))
}

/**
 * [F9] A reviewer's verdict on a stack: what they left in it is what was asked for. What may no longer be in one is passed over, and
 * [F12] what somebody else has been shown since: a page may be old.
 * @returns how many were accepted
 */
export async function acceptStack(
  prisma: Prisma,
  { stackId, digit, accepted, doubted, reviewer }: StackVerdict,
): Promise<number> {
  return prisma.$transaction(async (transaction) => {
    await lockSamples(transaction, [...accepted, ...doubted].sort())
    const mayBe = { ...looksRight({ prompt: digit }), leaseId: stackId }
    const rows = await transaction.sample.findMany({
      where: { ...mayBe, id: { in: [...accepted] } },
      select: { id: true, contributorId: true },
    })
    const contributors = [...new Set(rows.map(({ contributorId }) => contributorId))]
    const disagreements = await disagreementOf(transaction, contributors)
    const trusted = rows.filter(
      ({ contributorId }) => (disagreements.get(contributorId) ?? 1) <= mostDisagreement,
    )
    await transaction.review.createMany({
      data: trusted.map(({ id: sampleId }) => ({ sampleId, reviewer, verdict: digit, stackId })),
    })
    await updateLabels(
      transaction,
      trusted.map(({ id }) => id),
    )
    await transaction.sample.updateMany({
      where: { ...mayBe, id: { in: [...doubted] } },
      data: { doubtedIn: stackId, leaseId: null, leasedUntil: null },
    })
    return trusted.length
  }, transactionLimits)
}

/** [F9] Takes a reviewer's verdict on a stack back, which is looked at again. @returns how many samples wait again */
export async function takeBackStack(
  prisma: Prisma,
  stackId: string,
  { reviewer, now }: { readonly reviewer: string; readonly now: Date },
): Promise<number> {
  return prisma.$transaction(async (transaction) => {
    const where = { OR: [{ doubtedIn: stackId }, { reviews: { some: { stackId, reviewer } } }] }
    const samples = await transaction.sample.findMany({ where, select: { id: true } })
    const count = await deleteStack(transaction, stackId, reviewer)
    await leaseAgain(
      transaction,
      { id: stackId, now },
      samples.map(({ id }) => id),
    )
    return count
  }, transactionLimits)
}
