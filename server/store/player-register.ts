import type { PlayerId } from '#game/protocol/scalars'
import type { PlayerRegister, PlayerReport, Ruling } from '../rooms/player-register'
import { introducePlayers } from './introduce'
import type { Prisma } from './prisma'
import { transactionLimits } from './save-round'

/** @returns null for somebody nobody has decided anything about */
export async function findRuling(prisma: Prisma, playerId: PlayerId): Promise<Ruling | null> {
  const found = await prisma.player.findUnique({
    where: { id: playerId },
    select: { isBanned: true, refusedName: true, name: true },
  })
  return found && (found.isBanned || found.refusedName !== null) ? found : null
}

/** Keeps a complaint. The same player has one about another: the last one. */
export async function saveReport(prisma: Prisma, report: PlayerReport): Promise<void> {
  const { reporterId, player, reason, roomCode, at } = report
  const told = { reason, roomCode, createdAt: at }
  await prisma.$transaction(async (transaction) => {
    await introducePlayers(transaction, [player], at)
    await transaction.report.upsert({
      where: { reporterId_playerId: { reporterId, playerId: player.id } },
      create: { reporterId, playerId: player.id, ...told },
      update: told,
    })
  }, transactionLimits)
}

export function createPlayerRegister(prisma: Prisma): PlayerRegister {
  return {
    findRuling: (playerId) => findRuling(prisma, playerId),
    saveReport: (report) => saveReport(prisma, report),
  }
}
