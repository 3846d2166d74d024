import type { Prisma } from '#server/store/prisma'
import { hardestSamples, type StoredSample, samplesPerPage } from './list-samples'
import { whereSample } from './sample-filter'

/** [C14] How many samples of one contributor are in a queue at most. */
export const mostPerContributor = 3

/**
 * [C14] The next samples to review: the hardest of each contributor first, then their second, so that nobody fills the queue.
 * At most `samplesPerPage`. Each turn of the loop asks for the hardest of those who still have a place, and gives away one or more.
 */
export async function listReviewQueue(prisma: Prisma): Promise<StoredSample[]> {
  const queue: StoredSample[] = []
  const taken = new Map<string, number>()
  while (queue.length < samplesPerPage) {
    const full = [...taken].filter(([, count]) => count >= mostPerContributor).map(([id]) => id)
    const ids = queue.map(({ id }) => id)
    const samples = await hardestSamples(prisma, { isReviewed: false }, { ids, contributors: full })
    if (samples.length === 0) break
    for (const sample of samples) {
      const count = taken.get(sample.contributorId) ?? 0
      if (count >= mostPerContributor || queue.length >= samplesPerPage) continue
      queue.push(sample)
      taken.set(sample.contributorId, count + 1)
    }
  }
  return interleave(queue)
}

/** How many samples wait for a label. */
export function countWaiting(prisma: Prisma): Promise<number> {
  return prisma.sample.count({ where: whereSample({ isReviewed: false }) })
}

/** Everybody's first before anybody's second; among equals the order stays. */
function interleave(samples: readonly StoredSample[]): StoredSample[] {
  const turns = new Map<string, number>()
  const inTurn = samples.map((sample) => {
    const turn = turns.get(sample.contributorId) ?? 0
    turns.set(sample.contributorId, turn + 1)
    return { sample, turn }
  })
  return inTurn.toSorted((a, b) => a.turn - b.turn).map(({ sample }) => sample)
}
