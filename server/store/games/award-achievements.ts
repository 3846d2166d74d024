import { InkFormatError } from '#game/drawing/ink-codec'
import { digitCount } from '#game/protocol/constants'
import type { Digit, PlayerId } from '#game/protocol/scalars'
import { type AchievedDrawing, achievementsIn } from '#game/records/achievements'
import type { GameRecord } from '#game/records/record'
import { findStreaks } from '#server/store/players/find-streak'
import type { Prisma as Sql } from '../generated/client'

/**
 * [A3] Keeps what players achieved in a game that is being marked as finished; its rounds have to be there, and its results. Shared canvases
 * and drawings that speak against their player [F2] achieve nothing.
 * @param leftOut whose result is held, and who was erased
 */
export async function awardAchievements(
  transaction: Sql.TransactionClient,
  record: GameRecord,
  leftOut: ReadonlySet<PlayerId>,
): Promise<void> {
  const players = record.standings.map(({ player }) => player.id).filter((id) => !leftOut.has(id))
  if (players.length === 0) return
  const drawings = await findDrawings(transaction, record.id)
  const before = await findBefore(transaction, record.id, players)
  const streaks = await findStreaks(transaction, players, record.finishedAt)
  const earnedAt = new Date(record.finishedAt)
  await transaction.achievement.createMany({
    data: players.flatMap((playerId) => {
      const locks = before.filter((row) => row.playerId === playerId)
      const achieved = achieve({
        mode: record.settings.mode,
        drawings: drawings.get(playerId) ?? [],
        digitsBefore: locks.map(({ prompt }) => prompt),
        locksBefore: locks.reduce((sum, { count }) => sum + count, 0),
        streakDays: streaks.get(playerId)?.days ?? 0,
      })
      return achieved.map((name) => ({ playerId, name, gameId: record.id, earnedAt }))
    }),
    skipDuplicates: true,
  })
}

/** Ink in a form that an older version wrote achieves nothing. */
function achieve(facts: Parameters<typeof achievementsIn>[0]) {
  try {
    return achievementsIn(facts)
  } catch (error) {
    if (!(error instanceof InkFormatError)) throw error
    return []
  }
}

/** The drawings of each player that nobody shared, in order. */
async function findDrawings(
  transaction: Sql.TransactionClient,
  gameId: string,
): Promise<ReadonlyMap<PlayerId, readonly AchievedDrawing[]>> {
  const rows = await transaction.drawing.findMany({
    where: { round: { gameId }, isSuspect: false },
    orderBy: [{ round: { index: 'asc' } }, { index: 'asc' }],
    select: {
      ...{ prompt: true, promptAtMs: true, ink: true, wrongLocks: true, cleanness: true, lockAtMs: true },
      drawers: { select: { playerId: true } },
    },
  })
  const drawings = new Map<PlayerId, AchievedDrawing[]>()
  for (const { drawers, lockAtMs, ...row } of rows) {
    const [drawer, ...others] = drawers
    if (!drawer || others.length > 0) continue
    const own = drawings.get(drawer.playerId) ?? []
    drawings.set(drawer.playerId, [...own, { ...row, lockMs: lockAtMs }])
  }
  return drawings
}

/** Which digits of players had been recognised in other games, and how often; only of those for whom it still decides something. */
function findBefore(transaction: Sql.TransactionClient, gameId: string, players: readonly PlayerId[]) {
  return transaction.$queryRaw<{ playerId: PlayerId; prompt: Digit; count: number }[]>`
    select drawer."playerId", drawing.prompt::int, count(*)::int as count
    from "Drawer" drawer
      join "Drawing" drawing on drawing.id = drawer."drawingId" and drawing."lockAtMs" is not null
        and not drawing."isSuspect"
      join "Round" round on round.id = drawing."roundId" and round."gameId" <> ${gameId}::uuid
    where drawer."playerId" = any(${[...players]}::uuid[])
      and (select count(*) from "Achievement" known
        where known."playerId" = drawer."playerId" and known.name in ('all-ten', 'hundred')) < 2
    group by drawer."playerId", drawing.prompt limit ${players.length * digitCount}`
}
