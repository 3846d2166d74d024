import type { PlayerId } from '#game/protocol/scalars'
import type { ModerationStatus, ModerationStore, PlayerReport } from '#server/rooms/ports'
import { transactionLimits } from '#server/store/games/save-round'
import type { Prisma } from '#server/store/prisma'
import { isErased, unlessErased } from './tombstones'
import { upsertPlayers } from './upsert-players'

const ofErased: ModerationStatus = { isBanned: false, refusedName: null, name: '', isErased: true }

/** @returns null for somebody nobody has decided anything about */
export async function findStatus(prisma: Prisma, playerId: PlayerId): Promise<ModerationStatus | null> {
  if (await isErased(prisma, playerId)) return ofErased
  const found = await prisma.player.findUnique({
    where: { id: playerId },
    select: { isBanned: true, refusedName: true, name: true },
  })
  return found && (found.isBanned || found.refusedName !== null) ? found : null
}

/** Keeps a complaint. The same player has one about another: the last one. None is kept by or about who was erased. */
export async function saveReport(prisma: Prisma, report: PlayerReport): Promise<void> {
  const { reporterId, player, reason, roomCode, at } = report
  const told = { reason, roomCode, createdAt: at }
  await prisma.$transaction(
    (transaction) =>
      unlessErased(transaction, [reporterId, player.id], async () => {
        await upsertPlayers(transaction, [player], at)
        await transaction.report.upsert({
          where: { reporterId_playerId: { reporterId, playerId: player.id } },
          create: { reporterId, playerId: player.id, ...told },
          update: told,
        })
      }),
    transactionLimits,
  )
}

export function createModerationStore(prisma: Prisma): ModerationStore {
  return {
    findStatus: (playerId) => findStatus(prisma, playerId),
    saveReport: (report) => saveReport(prisma, report),
  }
}
