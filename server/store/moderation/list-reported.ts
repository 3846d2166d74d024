import type { PlayerId, ReportReason } from '#game/protocol/scalars'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'

type Report = { reporterId: string; reason: ReportReason; roomCode: string; createdAt: Date }
type ShownDrawing = { id: string; prompt: number; ink: string; gameId: string }

/** A player with all that an admin needs to decide about them. */
export type ReportedPlayer = {
  id: PlayerId
  name: string
  colour: number
  isBanned: boolean
  refusedName: string | null
  samples: number
  /** Newest first. */
  reports: Report[]
  /** The newest with ink, newest first. */
  drawings: ShownDrawing[]
}

export type ReportedPage = { players: ReportedPlayer[]; count: number; pageCount: number }

/** Each comes with its drawings, and these are most of the page. */
export const reportedPerPage = 6
const mostDrawings = 8
const mostReports = 20

/** Players somebody has complained about, the most reported first. @param page from 1 */
export function listReported(prisma: Prisma, page = 1): Promise<ReportedPage> {
  const reported = Sql.sql`
    select report."playerId" as id, count(*) as reports,
      (select player."seenAt" from "Player" player where player.id = report."playerId") as "seenAt"
    from "Report" report group by report."playerId"`
  return listPlayers(prisma, reported, page)
}

/** Players who get into no public room and about whom nothing is open, the newest first. @param page from 1 */
export function listBanned(prisma: Prisma, page = 1): Promise<ReportedPage> {
  return listPlayers(
    prisma,
    Sql.sql`select player.id, 0 as reports, player."seenAt" from "Player" player
      where player."isBanned" and not exists (select from "Report" where "playerId" = player.id)`,
    page,
  )
}

/** Everything else is looked up for the players of the page alone. */
async function listPlayers(prisma: Prisma, wanted: Sql.Sql, page: number): Promise<ReportedPage> {
  const [found, [total]] = await Promise.all([
    prisma.$queryRaw<{ id: PlayerId }[]>`
      select id from (${wanted}) wanted order by reports desc, "seenAt" desc, id
      limit ${reportedPerPage} offset ${(page - 1) * reportedPerPage}`,
    prisma.$queryRaw<{ count: number }[]>`select count(*)::int from (${wanted}) wanted`,
  ])
  const ids = found.map(({ id }) => id)
  const [players, samples, reports, drawings] = await Promise.all([
    prisma.player.findMany({
      where: { id: { in: ids } },
      select: { id: true, name: true, colour: true, isBanned: true, refusedName: true },
    }),
    prisma.sample.groupBy({ by: ['contributorId'], where: { contributorId: { in: ids } }, _count: true }),
    newestReports(prisma, ids),
    newestDrawings(prisma, ids),
  ])
  const count = total?.count ?? 0
  return {
    count,
    pageCount: Math.ceil(count / reportedPerPage),
    players: ids.flatMap((id) => {
      const player = players.find((each) => each.id === id)
      if (!player) return []
      const own = samples.find(({ contributorId }) => contributorId === id)
      return {
        ...player,
        samples: own?._count ?? 0,
        reports: ofPlayer(reports, id),
        drawings: ofPlayer(drawings, id),
      }
    }),
  }
}

function ofPlayer<Row extends { playerId: PlayerId }>(
  rows: readonly Row[],
  id: PlayerId,
): Omit<Row, 'playerId'>[] {
  return rows.filter(({ playerId }) => playerId === id).map(({ playerId: _, ...row }) => row)
}

function newestReports(prisma: Prisma, ids: readonly PlayerId[]) {
  return prisma.$queryRaw<(Report & { playerId: PlayerId })[]>`
    select player.id as "playerId", newest.* from unnest(${ids}::uuid[]) as player (id) cross join lateral (
      select "reporterId", reason::text, "roomCode", "createdAt" from "Report" where "playerId" = player.id
      order by "createdAt" desc, "reporterId" limit ${mostReports}
    ) newest`
}

function newestDrawings(prisma: Prisma, ids: readonly PlayerId[]) {
  return prisma.$queryRaw<(ShownDrawing & { playerId: PlayerId })[]>`
    select player.id as "playerId", newest.* from unnest(${ids}::uuid[]) as player (id) cross join lateral (
      select drawing.id, drawing.prompt::int, drawing.ink, round."gameId"
      from "Drawer" drawer
        join "Drawing" drawing on drawing.id = drawer."drawingId" and drawing."pointCount" > 0
        join "Round" round on round.id = drawing."roundId"
      where drawer."playerId" = player.id and drawer."promptedAt" is not null order by drawer."promptedAt" desc limit ${mostDrawings}
    ) newest`
}
