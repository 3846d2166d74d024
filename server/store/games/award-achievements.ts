import { InkFormatError } from '#game/drawing/ink-codec'
import { digitCount } from '#game/protocol/constants'
import type { Digit, GameId, PlayerId } from '#game/protocol/scalars'
import { type AchievedDrawing, achievementsIn } from '#game/records/achievements'
import type { GameRecord } from '#game/records/record'
import { insertRows } from '#server/store/insert-rows'
import { findStreaks } from '#server/store/players/find-streak'
import type { Prisma as Sql } from '../generated/client'

/**
 * [A3] Keeps what players achieved in games that are being marked as finished; their rounds have to be there, and their results. Shared
 * canvases and drawings that speak against their player [F2] achieve nothing.
 * @param isLeftOut whose result is held, and who was erased
 */
export async function awardAchievements(
  transaction: Sql.TransactionClient,
  records: readonly GameRecord[],
  isLeftOut: (gameId: GameId, playerId: PlayerId) => boolean,
): Promise<void> {
  const played = records.flatMap((record) =>
    record.standings
      .filter(({ player }) => !isLeftOut(record.id, player.id))
      .map(({ player }) => ({ record, gameId: record.id, playerId: player.id })),
  )
  if (played.length === 0) return
  const drawings = await findDrawings(
    transaction,
    records.map(({ id }) => id),
  )
  const before = await findBefore(transaction, played)
  const streaks = await findStreaks(
    transaction,
    played.map(({ record, playerId }) => ({ playerId, at: record.finishedAt })),
  )
  const achievements = played.flatMap(({ record, gameId, playerId }, index) => {
    const locks = before.filter((row) => row.playerId === playerId && row.gameId === gameId)
    const achieved = achieve({
      mode: record.settings.mode,
      drawings: drawings.get(`${gameId} ${playerId}`) ?? [],
      digitsBefore: locks.map(({ prompt }) => prompt),
      locksBefore: locks.reduce((sum, { count }) => sum + count, 0),
      streakDays: streaks[index]?.days ?? 0,
    })
    return achieved.map((name) => ({ playerId, name, gameId, earnedAt: new Date(record.finishedAt) }))
  })
  await insertRows(transaction, 'Achievement', achievements, 'skip')
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

/** The drawings of each player in each game that nobody shared, in order; by `GAME PLAYER`. */
async function findDrawings(
  transaction: Sql.TransactionClient,
  gameIds: readonly GameId[],
): Promise<ReadonlyMap<string, readonly AchievedDrawing[]>> {
  const rows = await transaction.$queryRaw<(AchievedDrawing & { gameId: GameId; playerId: PlayerId })[]>`
    select round."gameId", drawer."playerId", drawing.prompt::int, drawing."promptAtMs", drawing.ink,
      drawing."wrongLocks", drawing.cleanness, drawing."lockAtMs" as "lockMs"
    from "Round" round
      join "Drawing" drawing on drawing."roundId" = round.id and not drawing."isSuspect"
      join "Drawer" drawer on drawer."drawingId" = drawing.id
    where round."gameId" = any(${[...gameIds]}::uuid[])
      and not exists (select from "Drawer" other
        where other."drawingId" = drawing.id and other."playerId" <> drawer."playerId")
    order by round.index, drawing.index`
  const drawings = new Map<string, AchievedDrawing[]>()
  for (const { gameId, playerId, ...drawing } of rows) {
    const key = `${gameId} ${playerId}`
    const own = drawings.get(key)
    if (own) own.push(drawing)
    else drawings.set(key, [drawing])
  }
  return drawings
}

type Played = { readonly gameId: GameId; readonly playerId: PlayerId }

/** Which digits of players had been recognised in other games, and how often; only of those for whom it still decides something. */
function findBefore(transaction: Sql.TransactionClient, played: readonly Played[]) {
  return transaction.$queryRaw<(Played & { prompt: Digit; count: number })[]>`
    select played."gameId", played."playerId", drawing.prompt::int, count(*)::int as count
    from unnest(${played.map(({ gameId }) => gameId)}::uuid[], ${played.map(({ playerId }) => playerId)}::uuid[])
        as played ("gameId", "playerId")
      join "Drawer" drawer on drawer."playerId" = played."playerId"
      join "Drawing" drawing on drawing.id = drawer."drawingId" and drawing."lockAtMs" is not null
        and not drawing."isSuspect"
      join "Round" round on round.id = drawing."roundId" and round."gameId" <> played."gameId"
    where (select count(*) from "Achievement" known
        where known."playerId" = played."playerId" and known.name in ('all-ten', 'hundred')) < 2
    group by played."gameId", played."playerId", drawing.prompt limit ${played.length * digitCount}`
}
