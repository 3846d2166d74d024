import type { PlayerId, ReportReason } from '#game/protocol/scalars'
import type { Prisma } from '#server/store/prisma'
import type { Prisma as Sql } from '../generated/client'

/** A player with all that an admin needs to decide about them. */
export type ReportedPlayer = {
  id: PlayerId
  name: string
  colour: number
  isBanned: boolean
  refusedName: string | null
  samples: number
  /** Newest first. */
  reports: { reporterId: string; reason: ReportReason; roomCode: string; createdAt: Date }[]
  /** The newest with ink, newest first. */
  drawings: { id: string; prompt: number; ink: string; gameId: string }[]
}

const mostPlayers = 50
const mostDrawings = 8
const mostReports = 20

/** Players somebody has complained about, the most reported first. */
export function listReported(prisma: Prisma): Promise<ReportedPlayer[]> {
  return listPlayers(prisma, { reports: { some: {} } })
}

/** Players who get into no public room and about whom nothing is open, the newest first. */
export function listBanned(prisma: Prisma): Promise<ReportedPlayer[]> {
  return listPlayers(prisma, { isBanned: true, reports: { none: {} } })
}

async function listPlayers(prisma: Prisma, where: Sql.PlayerWhereInput): Promise<ReportedPlayer[]> {
  const players = await prisma.player.findMany({
    where,
    select: columns,
    orderBy: [{ reports: { _count: 'desc' } }, { seenAt: 'desc' }],
    take: mostPlayers,
  })
  return Promise.all(
    players.map(async ({ _count, ...player }) => ({
      ...player,
      samples: _count.samples,
      drawings: await newestDrawings(prisma, player.id),
    })),
  )
}

async function newestDrawings(prisma: Prisma, playerId: PlayerId): Promise<ReportedPlayer['drawings']> {
  const drawn = await prisma.drawer.findMany({
    where: { playerId, drawing: { pointCount: { gt: 0 } } },
    select: {
      drawing: { select: { id: true, prompt: true, ink: true, round: { select: { gameId: true } } } },
    },
    orderBy: { drawing: { round: { startedAt: 'desc' } } },
    take: mostDrawings,
  })
  return drawn.map(({ drawing: { round, ...drawing } }) => ({ ...drawing, gameId: round.gameId }))
}

const columns = {
  id: true,
  name: true,
  colour: true,
  isBanned: true,
  refusedName: true,
  _count: { select: { samples: true } },
  reports: {
    select: { reporterId: true, reason: true, roomCode: true, createdAt: true },
    orderBy: { createdAt: 'desc' },
    take: mostReports,
  },
} satisfies Sql.PlayerSelect
