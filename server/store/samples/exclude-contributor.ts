import type { PlayerId } from '#game/protocol/scalars'
import { transactionLimits } from '#server/store/games/save-round'
import type { Prisma } from '#server/store/prisma'
import { changeSamplesOf } from './sample-tally'

export type AdminActionRecord = {
  id: string
  kind: 'excluded' | 'readmitted' | 'labelled' | 'unlabelled'
  actor: string
  /** What the player is called now; null for somebody who was erased, and where it was about nobody. */
  name: string | null
  /** How many samples were removed, or labelled at once. */
  samples: number
  /** What they were labelled as; null for what each was asked for. */
  label: number | null
  at: Date
}

type Decision = { readonly playerId: PlayerId; readonly actor: string }

/**
 * [C13] Removes all samples of a contributor, with the reviews of them, and keeps none from then on: a round that is being saved at
 * this moment waits for it, or is waited for. Idempotent. Their games and drawings stay.
 */
export async function excludeContributor(prisma: Prisma, { playerId, actor }: Decision): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const [marked, removed] = await changeSamplesOf(transaction, playerId, async () => [
      await transaction.player.updateMany({
        where: { id: playerId, isExcluded: false },
        data: { isExcluded: true },
      }),
      await transaction.sample.deleteMany({ where: { contributorId: playerId } }),
    ])
    if (marked.count + removed.count === 0) return
    await transaction.adminAction.create({
      data: { kind: 'excluded', actor, playerId, samples: removed.count },
    })
  }, transactionLimits)
}

/** [C13] Keeps drawings of a contributor again, from then on. What was removed does not come back. Idempotent. */
export async function readmitContributor(prisma: Prisma, { playerId, actor }: Decision): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const { count } = await changeSamplesOf(transaction, playerId, () =>
      transaction.player.updateMany({
        where: { id: playerId, isExcluded: true },
        data: { isExcluded: false },
      }),
    )
    if (count > 0)
      await transaction.adminAction.create({ data: { kind: 'readmitted', actor, playerId, samples: 0 } })
  })
}

const mostActions = 50

/** The audit log, newest first. */
export async function listAdminActions(prisma: Prisma): Promise<AdminActionRecord[]> {
  const rows = await prisma.adminAction.findMany({
    select: {
      ...{ id: true, kind: true, actor: true, samples: true, label: true, at: true },
      player: { select: { name: true } },
    },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    take: mostActions,
  })
  return rows.map(({ player, ...row }) => ({ ...row, name: player?.name ?? null }))
}
