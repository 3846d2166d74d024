import type { PlayerId } from '#game/protocol/scalars'
import { transactionLimits } from '#server/store/games/save-round'
import type { Prisma } from '#server/store/prisma'
import { changeSamples, changeSamplesOf } from './sample-tally'

/** Deletes a contributor's samples and the reviews of them; their games stay. @returns how many */
export async function deleteSamplesOf(prisma: Prisma, contributorId: PlayerId): Promise<number> {
  return prisma.$transaction(
    (transaction) =>
      changeSamplesOf(transaction, contributorId, async () => {
        const { count } = await transaction.sample.deleteMany({ where: { contributorId } })
        return count
      }),
    transactionLimits,
  )
}

/** Deletes one sample, for its contributor alone. @param id a UUID @returns whether it was theirs */
export async function deleteOwnSample(
  prisma: Prisma,
  { id, contributorId }: { id: string; contributorId: PlayerId },
): Promise<boolean> {
  return prisma.$transaction(
    (transaction) =>
      changeSamples(transaction, [id], async () => {
        const { count } = await transaction.sample.deleteMany({ where: { id, contributorId } })
        return count > 0
      }),
    transactionLimits,
  )
}
