import type { PlayerId } from '#game/protocol/scalars'
import type { RecordedPlayer } from '#game/records/record'
import { forgetBoards } from '#server/store/boards/board-cache'
import { transactionLimits } from '#server/store/games/save-round'
import type { Prisma } from '#server/store/prisma'
import { unlessErased } from './tombstones'
import { upsertPlayers } from './upsert-players'

/** What a player said about ghosts, when, and to which version of the words. */
export type GivenGhosts = { readonly lendsGhosts: boolean; readonly version: number; readonly at: Date }

/** @returns a player's last answer; null as long as there is none */
export async function findGhostsAnswer(prisma: Prisma, playerId: PlayerId): Promise<boolean | null> {
  const found = await prisma.player.findUnique({ where: { id: playerId }, select: { lendsGhosts: true } })
  return found?.lendsGhosts ?? null
}

/**
 * [R26] Keeps a player's answer: may others race their drawings? The same answer to the same words changes nothing, so that it may
 * be sent twice. Who was erased does not come back by it.
 */
export async function saveGhosts(
  prisma: Prisma,
  { id, name, colour }: Pick<RecordedPlayer, 'id' | 'name' | 'colour'>,
  { lendsGhosts, version, at }: GivenGhosts,
): Promise<void> {
  // Any record of them is newer.
  const seenAt = new Date(0)
  await prisma.$transaction(
    (transaction) =>
      unlessErased(transaction, [id], async () => {
        await transaction.$executeRaw`
          insert into "Player" (id, name, colour, "seenAt", "lendsGhosts", "ghostsVersion", "ghostsAnsweredAt")
          values (${id}::uuid, ${name}, ${colour}, ${seenAt}, ${lendsGhosts}, ${version}, ${at})
          on conflict (id) do update set "lendsGhosts" = excluded."lendsGhosts",
            "ghostsVersion" = excluded."ghostsVersion", "ghostsAnsweredAt" = excluded."ghostsAnsweredAt"
          where "Player"."lendsGhosts" is distinct from excluded."lendsGhosts"
            or "Player"."ghostsVersion" is distinct from excluded."ghostsVersion"`
      }),
    transactionLimits,
  )
}

/** Shows a player's profile to others, or no longer. Who has not been recorded yet is known from then on. */
export async function saveListing(prisma: Prisma, player: RecordedPlayer, isListed: boolean): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    // Any record of them is newer.
    await upsertPlayers(transaction, [player], new Date(0))
    await transaction.player.updateMany({ where: { id: player.id }, data: { isListed } })
  }, transactionLimits)
  forgetBoards()
}
