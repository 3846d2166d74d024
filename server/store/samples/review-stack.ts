import { randomUUID } from 'node:crypto'
import { digits } from '#game/protocol/constants'
import type { PlayerId } from '#game/protocol/scalars'
import { leastSelfConfidence } from '#models/evaluation/label-quality'
import { transactionLimits } from '#server/store/games/save-round'
import type { Prisma } from '#server/store/prisma'
import type { Prisma as Sql } from '../generated/client'
import { disagreementOf, mostDisagreement } from './disagreement'
import { interleave, mostPerContributor } from './review-queue'
import { whereSample } from './sample-filter'
import { deleteStack, lockSamples, updateLabel } from './save-review'

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
function looksRight(digit?: number): Sql.SampleWhereInput {
  return {
    ...whereSample({ isReviewed: false, ...(digit === undefined ? {} : { prompt: digit }) }),
    difficulty: { lte: 1000 - leastSelfConfidence },
    doubtedIn: null,
    reviews: { none: {} },
  }
}

/** How many samples look right, by digit, whoever drew them. */
export async function countLooksRight(prisma: Prisma): Promise<number[]> {
  const counts = await prisma.sample.groupBy({ by: ['prompt'], where: looksRight(), _count: true })
  return digits.map((digit) => counts.find(({ prompt }) => prompt === digit)?._count ?? 0)
}

/**
 * [F9] The next stack: drawings of one digit, of which most wait, those first that the judge is surest of; nobody's beyond
 * `mostPerContributor`, and none of a contributor whom reviewers or the judge disagree with in more than `mostDisagreement`. It labels nothing.
 * @returns null when there is none
 */
export async function nextStack(prisma: Prisma): Promise<ReviewStack | null> {
  const counts = await countLooksRight(prisma)
  const inTurn = digits.filter((digit) => counts[digit]).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
  for (const digit of inTurn) {
    const samples = await surest(prisma, digit)
    if (samples.length > 0) return { id: randomUUID(), digit, samples }
  }
  return null
}

async function surest(prisma: Prisma, digit: number): Promise<ReviewStack['samples']> {
  const found: { id: string; contributorId: PlayerId; ink: string }[] = []
  const taken = new Map<PlayerId, number>()
  const left = new Set<PlayerId>()
  while (found.length < stackSize) {
    const full = [...taken].filter(([, count]) => count >= mostPerContributor).map(([id]) => id)
    const rows = await prisma.sample.findMany({
      where: {
        ...looksRight(digit),
        NOT: {
          OR: [{ contributorId: { in: [...full, ...left] } }, { id: { in: found.map(({ id }) => id) } }],
        },
      },
      select: { id: true, contributorId: true, drawing: { select: { ink: true } } },
      orderBy: [{ difficulty: 'asc' }, { id: 'asc' }],
      take: candidatesPerRead,
    })
    if (rows.length === 0) break
    const disagreements = await disagreementOf(prisma, [
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
 * [F9] A reviewer's verdict on a stack: what they left in it is what was asked for. What may no longer be in one is passed over: a page may be old.
 * @returns how many were accepted
 */
export async function acceptStack(
  prisma: Prisma,
  { stackId, digit, accepted, doubted, reviewer }: StackVerdict,
): Promise<number> {
  return prisma.$transaction(async (transaction) => {
    await lockSamples(transaction, [...accepted, ...doubted].sort())
    const mayBe = looksRight(digit)
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
    for (const { id } of trusted) await updateLabel(transaction, id)
    await transaction.sample.updateMany({
      where: { ...mayBe, id: { in: [...doubted] } },
      data: { doubtedIn: stackId },
    })
    return trusted.length
  }, transactionLimits)
}

/** [F9] Takes a reviewer's verdict on a stack back. @returns how many samples wait again */
export async function takeBackStack(prisma: Prisma, stackId: string, reviewer: string): Promise<number> {
  return prisma.$transaction((transaction) => deleteStack(transaction, stackId, reviewer), transactionLimits)
}
