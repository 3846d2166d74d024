import type { PlayerId } from '#game/protocol/scalars'
import { nameForStrangers } from '#server/auth/names'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'

/** What every board shows of a player. */
export type Ranked = {
  /** From 1; equals share one. */
  rank: number
  playerId: PlayerId
  name: string
  colour: number
  /** Whether the player shows their profile to others. */
  isListed: boolean
  gameId: string
  finishedAt: Date
}

export type Ranking<Row extends Ranked> = {
  rows: Row[]
  /** The player whose board it is, wherever they stand. */
  own: Row | null
  /** That player and their neighbours, where they stand below the rows. */
  around: Row[]
}

export type RankingWish = { limit?: number; own?: PlayerId }

/** How many players above and below their own row people see of those they chase and those who chase them. */
const neighbours = 2

/**
 * Puts rows in their places; who was there first stands first among equals. Former players have none.
 * @param best a query for one row a player, with all columns of a row but its rank
 * @param order what decides the rank
 */
export async function rankRows<Row extends Ranked>(
  prisma: Prisma,
  best: Sql.Sql,
  order: Sql.Sql,
  { limit = 50, own }: RankingWish,
): Promise<Ranking<Row>> {
  const found = await prisma.$queryRaw<(Row & { place: bigint })[]>`
    with best as (${best}), ranked as (
      select best.*, (rank() over (order by ${order}))::int as rank,
        row_number() over (order by ${order}, "finishedAt", "playerId") as place
      from best where name is not null
    )
    select ranked.*, coalesce(player."isListed", false) as "isListed"
    from ranked left join "Player" player on player.id = ranked."playerId"
    where place <= ${limit} or abs(place - (
      select place from ranked where "playerId" = ${own ?? null}::uuid
    )) <= ${neighbours}
    order by place`
  const rows = found.slice(0, limit).map(withoutPlace<Row>)
  const ownRow = found.find(({ playerId }) => playerId === own)
  const isBelow = ownRow !== undefined && ownRow.place > limit
  return {
    rows,
    own: ownRow ? withoutPlace<Row>(ownRow) : null,
    around: isBelow ? found.slice(limit).map(withoutPlace<Row>) : [],
  }
}

/** Boards are for strangers, and so are the names on them. */
function withoutPlace<Row extends Ranked>({ place: _, ...row }: Row & { place: bigint }): Row {
  return { ...row, name: nameForStrangers(row.playerId, row.name) } as unknown as Row
}

/** A stretch of time, or the reign of a judge. */
export type Period = {
  /** Only games that finished from then on. */
  since?: Date
  /** Only games that this version of the model judged. */
  judgeVersion?: string
}

/** A condition on `game`. */
export function duringPeriod({ since, judgeVersion }: Period): Sql.Sql {
  const isLate = since ? Sql.sql`game."finishedAt" >= ${since}` : Sql.sql`game."finishedAt" is not null`
  if (judgeVersion === undefined) return isLate
  return Sql.sql`${isLate} and exists (
    select from "Round" round where round."gameId" = game.id and round."judgeVersion" = ${judgeVersion})`
}

/** A condition on `game`: [S12], and no prompts that could be known before. */
export const onEqualTerms = Sql.sql`
  jsonb_array_length(game.settings -> 'digits') = 10 and not (game.settings ->> 'hasStreakBonus')::bool
  and coalesce(game.settings ->> 'timer', 'usual') = 'usual'
  and game.day is null`
