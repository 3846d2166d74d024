import { achievementNames, ghostKinds } from '#game/protocol/constants'
import type { GameRewards } from '#game/protocol/http-answers'
import { defaultRoomSettings, type GameId, type GhostKind, type PlayerId } from '#game/protocol/scalars'
import { dailyRow } from '#game/records/daily-row'
import type { JudgeVersion } from '#game/records/record'
import { isCounted } from '#server/store/moderation/hold-results'
import { findStreak } from '#server/store/players/find-streak'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'
import { findGhostKinds } from './find-ghosts'

type FinishedGame = {
  board: string | null
  isDaily: boolean
  finishedAt: Date
  /** Of its first round. */
  judgeVersion: string | null
  judgeEngine: JudgeVersion['engine']
  /** Whether another game of its day had ended before. */
  isLater: boolean
  achieved: string[]
}

/**
 * [A1] [A2] [A3] [A4] What a finished game gave one player.
 * @param now ms since the epoch
 * @returns null for who has no result in it
 */
export async function findRewards(
  prisma: Prisma,
  gameId: GameId,
  playerId: PlayerId,
  now: number,
): Promise<GameRewards | null> {
  const [game] = await prisma.$queryRaw<FinishedGame[]>`
    select game.board, game.day is not null as "isDaily", game."finishedAt", round."judgeVersion", round."judgeEngine"::text,
      exists (
        select from "Result" other
        where other."playerId" = result."playerId" and other."finishedAt" <= game."finishedAt"
          and other."finishedAt" >= date_trunc('day', game."finishedAt", 'UTC') and other."gameId" <> game.id
      ) as "isLater",
      array(
        select earned.name from "Achievement" earned where earned."gameId" = game.id and earned."playerId" = result."playerId"
      ) as achieved
    from "Result" result
      join "Game" game on game.id = result."gameId" and game."finishedAt" is not null
      left join "Round" round on round."gameId" = game.id and round.index = 0
    where result."gameId" = ${gameId}::uuid and result."playerId" = ${playerId}::uuid`
  if (!game) return null
  const { board, isDaily, finishedAt, achieved } = game
  const judge = game.judgeVersion === null ? null : { version: game.judgeVersion, engine: game.judgeEngine }
  const [streak, digits, ghosts, points] = await Promise.all([
    // [A1]
    game.isLater ? null : findStreak(prisma, playerId, finishedAt.getTime()),
    digitBests(prisma, gameId, playerId, finishedAt),
    judge ? ghostsToRace(prisma, { playerId, board, judge, now }) : [],
    isDaily ? findTryPoints(prisma, gameId, playerId) : null,
  ])
  return {
    ...{ digits, ghosts },
    streak: streak?.days ?? null,
    achievements: achievementNames.filter((name) => achieved.includes(name)),
    row: points && dailyRow(points),
  }
}

/** [A4] The points of each drawing of a player in a game of one round, in order. */
export async function findTryPoints(prisma: Prisma, gameId: GameId, playerId: PlayerId): Promise<number[]> {
  const drawings = await prisma.drawing.findMany({
    where: { round: { gameId }, drawers: { some: { playerId } } },
    orderBy: { index: 'asc' },
    select: { points: true, pointCount: true },
  })
  // The last prompt of a minute is often not begun.
  return drawings.filter(({ pointCount }) => pointCount > 0).map(({ points }) => points)
}

/**
 * [A2] Digits that a board of digits has the player's quickest drawing of now, and an older one of before. Of each digit only the quickest
 * older one is looked for, off an index: who has played for years has thousands. (Were `isClean` a condition on that index, as it is one of its
 * last columns, Postgres 18 would think that it has to skip through it, and sort all of them instead.)
 */
function digitBests(prisma: Prisma, gameId: GameId, playerId: PlayerId, finishedAt: Date) {
  const counted = Sql.sql`
    "Drawer" drawer
      join "Drawing" drawing on drawing.id = drawer."drawingId" and not drawing."isByKeyboard"
      join "Game" game on game.id = drawer."gameId" and game."hasDigitBoards"
    where drawer."playerId" = ${playerId}::uuid and coalesce(drawer."isClean", false) and drawer."lockAtMs" is not null
      and ${isCounted(Sql.sql`game.id`, Sql.sql`drawer."playerId"`)}`
  return prisma.$queryRaw<GameRewards['digits']>`
    select digit, "lockMs" from (
      select drawer.prompt::int as digit, min(drawer."lockAtMs")::int as "lockMs"
      from ${counted} and drawer."gameId" = ${gameId}::uuid
      group by drawer.prompt
    ) own cross join lateral (
      select drawer."lockAtMs" as before
      from ${counted} and drawer.prompt = own.digit and game."finishedAt" < ${finishedAt}
      order by drawer."lockAtMs" limit 1
    ) older
    where "lockMs" < before order by digit`
}

type GhostsToRace = { playerId: PlayerId; board: string | null; judge: JudgeVersion; now: number }

/** [R26] The own best on the board of this game, and the best try of yesterday, by the network that judged this game. */
async function ghostsToRace(
  prisma: Prisma,
  { playerId, board, judge, now }: GhostsToRace,
): Promise<GhostKind[]> {
  // A result on the board of a day is raced from the day after on, by everybody.
  const kinds = ghostKinds.filter((kind) => kind === 'daily' || kind === board)
  const at = new Date(now)
  return findGhostKinds(
    prisma,
    kinds.map((kind) => ({ kind, playerId, settings: defaultRoomSettings, judge, at })),
  )
}
