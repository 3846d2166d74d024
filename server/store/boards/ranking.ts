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

export type RankingOptions = { limit?: number; own?: PlayerId }

/** How many players above and below their own row people see of those they chase and those who chase them. */
const neighbours = 2

/**
 * Ranks rows: equals share a rank, and the earlier of them is listed first. Former players are left out.
 * @param best a query for one row a player, with all columns of a row but its rank
 * @param order what decides the rank
 * @returns the first `limit` rows, the own row, and its neighbours where it is below them
 */
export async function rankRows<Row extends Ranked>(
  prisma: Prisma,
  best: Sql.Sql,
  order: Sql.Sql,
  { limit = 50, own }: RankingOptions,
): Promise<Ranking<Row>> {
  const found = await prisma.$queryRaw<(Row & { position: bigint })[]>`
    with best as (${best}), ranked as (
      select best.*, (rank() over (order by ${order}))::int as rank,
        row_number() over (order by ${order}, "finishedAt", "playerId") as position
      from best where name is not null
    )
    select ranked.*, coalesce(player."isListed", false) as "isListed"
    from ranked left join "Player" player on player.id = ranked."playerId"
    where position <= ${limit} or abs(position - (
      select position from ranked where "playerId" = ${own ?? null}::uuid
    )) <= ${neighbours}
    order by position`
  const rows = found.slice(0, limit).map(toRow<Row>)
  const ownRow = found.find(({ playerId }) => playerId === own)
  const isBelow = ownRow !== undefined && ownRow.position > limit
  return {
    rows,
    own: ownRow ? toRow<Row>(ownRow) : null,
    around: isBelow ? found.slice(limit).map(toRow<Row>) : [],
  }
}

/** Boards are for strangers, and so are the names on them. */
function toRow<Row extends Ranked>({ position: _, ...row }: Row & { position: bigint }): Row {
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
