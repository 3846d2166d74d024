import type { Prisma } from '#server/store/prisma'
import { hardestSamples, type StoredSample } from './list-samples'
import { whereSample } from './sample-filter'

/** [C14] How many samples of one contributor are in a queue at most. */
export const mostPerContributor = 3

/** How many are reviewed one by one before the page asks again. */
export const queueLength = 48

/**
 * [C14] [F9] The next samples to review one by one: first those that were taken out of a stack, then the hardest; the hardest of each
 * contributor before their second, so that nobody fills the queue. At most `queueLength`.
 */
export async function listReviewQueue(prisma: Prisma): Promise<StoredSample[]> {
  const queue: StoredSample[] = []
  const taken = new Map<string, number>()
  await fill(prisma, queue, taken, true)
  const doubted = interleave(queue)
  await fill(prisma, queue, taken, false)
  return [...doubted, ...interleave(queue.slice(doubted.length))]
}

/** Each turn of the loop asks for the hardest of those who still have a place, and gives away one or more. */
async function fill(
  prisma: Prisma,
  queue: StoredSample[],
  taken: Map<string, number>,
  isDoubted: boolean,
): Promise<void> {
  while (queue.length < queueLength) {
    const full = [...taken].filter(([, count]) => count >= mostPerContributor).map(([id]) => id)
    const ids = queue.map(({ id }) => id)
    const samples = await hardestSamples(
      prisma,
      { ids, contributors: full },
      { isDoubted, most: queueLength },
    )
    if (samples.length === 0) return
    for (const sample of samples) {
      const count = taken.get(sample.contributorId) ?? 0
      if (count >= mostPerContributor || queue.length >= queueLength) continue
      queue.push(sample)
      taken.set(sample.contributorId, count + 1)
    }
  }
}

/** How many samples wait for a label. */
export function countWaiting(prisma: Prisma): Promise<number> {
  return prisma.sample.count({ where: whereSample({ isReviewed: false }) })
}

/** Everybody's first before anybody's second; among equals the order stays. */
export function interleave<Sample extends { readonly contributorId: string }>(
  samples: readonly Sample[],
): Sample[] {
  const turns = new Map<string, number>()
  const inTurn = samples.map((sample) => {
    const turn = turns.get(sample.contributorId) ?? 0
    turns.set(sample.contributorId, turn + 1)
    return { sample, turn }
  })
  return inTurn.toSorted((a, b) => a.turn - b.turn).map(({ sample }) => sample)
}
