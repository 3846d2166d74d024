import type { RecordedPlayer } from '#game/record'
import type { Prisma } from './prisma'

/** Keeps a player as they are now: what they are called, their colour, what they consent to. */
export async function savePlayer(prisma: Prisma, player: RecordedPlayer, seenAt: Date): Promise<void> {
  const { id, name, colour, hasConsented } = player
  const now = { name, colour, hasConsented, seenAt }
  await prisma.player.upsert({ where: { id }, create: { id, ...now }, update: now, select: { id: true } })
}
