import type { PlayerId } from '#game/protocol/scalars'
import type { BoardSpan } from '#game/records/spans'
import { nameForStrangers } from '#server/auth/names'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'
import { rememberBoard } from './board-cache'

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

/** What boards of one kind show of an `entry`: columns from the tables of `join`. */
export type BoardKind = {
  readonly span: BoardSpan
  readonly columns: Sql.Sql
  readonly join: Sql.Sql
}

/** A board as it is stored. */
export type StoredBoard = BoardKind & { readonly board: string }

/** How many players above and below their own row people see of those they chase and those who chase them. */
const neighbours = 2

/** Of entries, the best first. */
export const order = Sql.sql`"rankedBy", "finishedAt", "playerId"`
const backwards = Sql.sql`"rankedBy" desc, "finishedAt" desc, "playerId" desc`

/**
 * Reads a board off its index [S18]: equals share a rank, and the earlier of them is listed first.
 * @returns the first `limit` rows, the own row, and its neighbours where it is below them
 */
export async function rankEntries<Row extends Ranked>(
  prisma: Prisma,
  stored: StoredBoard,
  { limit = 50, own }: RankingOptions,
): Promise<Ranking<Row>> {
  const name = `${stored.board} ${stored.span} ${limit}`
  const [rows, near] = await Promise.all([
    rememberBoard(prisma, name, async () =>
      inRanks<Row>(await prisma.$queryRaw`${shownOf(stored, firstOf(stored, limit))}`),
    ),
    own === undefined ? [] : readAround<Row>(prisma, stored, own),
  ])
  const found = near.find(({ row }) => row.playerId === own)
  const isBelow = found !== undefined && found.position > limit
  return {
    rows: rows.map(({ row }) => row),
    own: found?.row ?? null,
    around: isBelow ? near.filter(({ position }) => position > limit).map(({ row }) => row) : [],
  }
}

/** A player's own entry, without its rank; null for who has none. */
export async function ownEntry<Row extends Ranked>(
  prisma: Prisma,
  stored: StoredBoard,
  own: PlayerId,
): Promise<Omit<Row, 'rank'> | null> {
  const [row] = await prisma.$queryRaw<Read<Row>[]>`${shownOf(stored, ownOf(stored, own))}`
  return row ? shown(row) : null
}

type Read<Row extends Ranked> = Omit<Row, 'rank'> & {
  rankedBy: number
  /** Of all rows that were read together: how many stand before the first of them, and how many of these have a better rank. */
  before: number
  better: number
}
type Placed<Row extends Ranked> = { readonly position: number; readonly row: Row }

function isOn({ board, span }: StoredBoard): Sql.Sql {
  return Sql.sql`board = ${board} and span = ${span}`
}

/** How many rows are wanted is known to a plan that is kept; of a parameter Postgres thinks a tenth of all, and plans anew for each visit. */
const inText = (limit: number) => Sql.raw(limit.toFixed())

function firstOf(stored: StoredBoard, limit: number): Sql.Sql {
  return Sql.sql`select * from "BoardEntry" where ${isOn(stored)} order by ${order} limit ${inText(limit)}`
}

function ownOf(stored: StoredBoard, own: PlayerId): Sql.Sql {
  return Sql.sql`select * from "BoardEntry" where ${isOn(stored)} and "playerId" = ${own}::uuid`
}

/** What is shown of entries, the best first. @param place how many stand before the first of them */
function shownOf({ columns, join }: BoardKind, entries: Sql.Sql, place = Sql.sql`(values (0, 0))`): Sql.Sql {
  return Sql.sql`
    select entry."playerId", entry."gameId", entry."finishedAt", entry."rankedBy", player."isListed", before, better, ${columns}
    from (${entries}) entry join "Player" player on player.id = entry."playerId" ${join} cross join ${place} place (before, better)
    order by entry."rankedBy", entry."finishedAt", entry."playerId"`
}

/** The own row with those next to it; empty for who has none. In one question: three would each wait for the answer before. */
async function readAround<Row extends Ranked>(
  prisma: Prisma,
  stored: StoredBoard,
  own: PlayerId,
): Promise<Placed<Row>[]> {
  const before = (name: Sql.Sql) => Sql.sql`${isOn(stored)} and (${order}) < (select ${order} from ${name})`
  const near = Sql.sql`select * from near`
  return inRanks<Row>(
    await prisma.$queryRaw`
      with own as materialized (${ownOf(stored, own)}),
        near as materialized (
          select * from own
          union all (select * from "BoardEntry" where ${before(Sql.sql`own`)} order by ${backwards} limit ${inText(neighbours)})
          union all (select * from "BoardEntry" where ${isOn(stored)} and (${order}) > (select ${order} from own)
            order by ${order} limit ${inText(neighbours)})),
        first as materialized (${near} order by ${order} limit 1),
        place as materialized (
          select count(*)::int, (count(*) filter (where "rankedBy" < (select "rankedBy" from first)))::int
          from "BoardEntry" where ${before(Sql.sql`first`)})
      ${shownOf(stored, near, Sql.sql`place`)}`,
  )
}

function inRanks<Row extends Ranked>(rows: readonly Read<Row>[]): Placed<Row>[] {
  const { before = 0, better = 0 } = rows[0] ?? {}
  let rank = better + 1
  return rows.map((read, index) => {
    const position = before + index + 1
    if (index > 0 && read.rankedBy !== rows[index - 1]?.rankedBy) rank = position
    return { position, row: { ...shown(read), rank } as unknown as Row }
  })
}

/** Boards are for strangers, and so are the names on them. */
function shown<Row extends Ranked>(read: Read<Row>): Omit<Row, 'rank'> {
  const { rankedBy: _, before: __, better: ___, ...row } = read
  return { ...row, name: nameForStrangers(row.playerId, row.name) } as unknown as Omit<Row, 'rank'>
}
