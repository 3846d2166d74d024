import type { GameId, PlayerId } from '#game/protocol/scalars'
import { isCounted } from '#server/store/moderation/hold-results'
import { Prisma as Sql } from '../generated/client'

/** Whose lines are looked at: all of some games, or all of a player. Without either, everybody's. */
type Scope = {
  readonly gameIds?: readonly GameId[]
  readonly playerId?: PlayerId
  /** Days and weeks only of games that ended from then on. */
  readonly daysSince?: Date
}

const nothing = Sql.sql`true`

function within({ gameIds, playerId }: Scope, game: Sql.Sql, player: Sql.Sql): Sql.Sql {
  const isOfGame = gameIds === undefined ? nothing : Sql.sql`${game} = any(${[...gameIds]}::uuid[])`
  const isOfPlayer = playerId === undefined ? nothing : Sql.sql`${player} = ${playerId}::uuid`
  return Sql.sql`${isOfGame} and ${isOfPlayer}`
}

const [gameId, playerOfResult, playerOfDrawing] = [
  Sql.sql`game.id`,
  Sql.sql`result."playerId"`,
  Sql.sql`drawer."playerId"`,
]

/** Results that count on the board of their game, as `whatCounts` answered when they were stored. */
const results = (scope: Scope) => Sql.sql`
  select game.board, result."playerId", -(result.score::float8 / result.rounds) as "rankedBy", game."finishedAt",
    game.id as "gameId", null::uuid as "drawingId"
  from "Game" game join "Result" result on result."gameId" = game.id
  where game."finishedAt" is not null and game.board <> 'daily' and result."isOnBoard" and result.name is not null
    and ${isCounted(gameId, playerOfResult)} and ${within(scope, gameId, playerOfResult)}`

/** Locks that count on the boards of digits: without a wrong lock, by hand and by one hand; [F5] none that speaks against itself. */
const locks = (scope: Scope) => Sql.sql`
  select 'digit-' || drawing.prompt, drawer."playerId", drawing."lockAtMs"::float8, game."finishedAt", game.id, drawing.id
  from "Game" game
    join "Round" round on round."gameId" = game.id
    join "Drawing" drawing on drawing."roundId" = round.id
    join "Drawer" drawer on drawer."drawingId" = drawing.id
  where game."finishedAt" is not null and game."hasDigitBoards" and drawing."lockAtMs" is not null
    and drawing."wrongLocks" = 0 and not drawing."isByKeyboard" and not drawing."isSuspect" and drawer.name is not null
    and ${isCounted(gameId, playerOfDrawing)} and ${within(scope, gameId, playerOfDrawing)}`

/** [R14] Ranked tries that had ended when the secret of their day was published: ten minutes after the day. */
const tries = (scope: Scope) => Sql.sql`
  select 'daily' as board, 'day ' || to_char(try.day, 'YYYY-MM-DD') as span, result."playerId",
    -result.score::float8 as "rankedBy", game."finishedAt", game.id as "gameId", null::uuid as "drawingId"
  from "DailyTry" try
    join "Result" result on result."gameId" = try."gameId" and result."playerId" = try."playerId"
    join "Game" game on game.id = try."gameId"
  where game."finishedAt" < (try.day + 1)::timestamp at time zone 'UTC' + interval '10 minutes'
    and result."isOnBoard" and result.name is not null
    and ${isCounted(gameId, playerOfResult)} and ${within(scope, gameId, playerOfResult)}`

const judge = Sql.sql`
  select round."judgeVersion" from "Round" round where round."gameId" = counted."gameId" order by round.index limit 1`

const spans = ({ daysSince }: Scope) => Sql.sql`
  (values ('all'), ('season ' || judge."judgeVersion")
    union all select * from (values ('week ' || to_char(date_trunc('week', counted."finishedAt" at time zone 'UTC'), 'YYYY-MM-DD')),
      ('day ' || to_char(counted."finishedAt" at time zone 'UTC', 'YYYY-MM-DD'))) days
    where ${daysSince ? Sql.sql`counted."finishedAt" >= ${daysSince}` : nothing}) as each (span)`

/** In this order the first of a player is their entry: the best, of equals the earliest; the ids only decide between what nobody can tell apart. */
const bestFirst = Sql.sql`"rankedBy", "finishedAt", "gameId", "drawingId"`

/**
 * [S18] What defines every board but that of ratings: each player's best of what counts, by board and span. Boards are read from what
 * was kept of it; this is asked about one game, or one player, when something changes.
 */
export function bestEntries(scope: Scope): Sql.Sql {
  return Sql.sql`
    select distinct on (board, span, "playerId") board, span, "playerId", ${bestFirst} from (
      select counted.board, each.span, counted."playerId", counted."rankedBy", counted."finishedAt", counted."gameId",
        counted."drawingId"
      from (${results(scope)} union all ${locks(scope)}) counted
        left join lateral (${judge}) judge on true cross join lateral ${spans(scope)}
      where each.span is not null
      union all ${tries(scope)}
    ) lines order by board, span, "playerId", ${bestFirst}`
}

type Kept = Pick<Sql.TransactionClient, '$executeRaw' | '$queryRaw'>

/** Writes those of some bests that are better than what is there; in order, so that two games at once do not deadlock. */
async function keep(transaction: Kept, bests: Sql.Sql): Promise<void> {
  await transaction.$executeRaw`
    insert into "BoardEntry" (board, span, "playerId", ${bestFirst})
    select board, span, "playerId", ${bestFirst} from (${bests}) best
    where not exists (
      select from "BoardEntry" known
      where known.board = best.board and known.span = best.span and known."playerId" = best."playerId"
        and (known."rankedBy", known."finishedAt", known."gameId") <= (best."rankedBy", best."finishedAt", best."gameId"))
    order by board, span, "playerId"
    on conflict (board, span, "playerId") do update set
      "rankedBy" = excluded."rankedBy", "finishedAt" = excluded."finishedAt", "gameId" = excluded."gameId",
      "drawingId" = excluded."drawingId"
    where (excluded."rankedBy", excluded."finishedAt", excluded."gameId")
      < ("BoardEntry"."rankedBy", "BoardEntry"."finishedAt", "BoardEntry"."gameId")`
}

/** [S18] Keeps the bests of games. Called when they are marked as finished, and when a round of one comes later still. Idempotent. */
export async function keepBests(transaction: Kept, ...gameIds: GameId[]): Promise<void> {
  if (gameIds.length > 0) await keep(transaction, bestEntries({ gameIds }))
}

/** The same for all that there is, in a database that was filled otherwise. @param daysSince days and weeks before are left out */
export async function keepAllBests(transaction: Kept, daysSince: Date): Promise<void> {
  await keep(transaction, bestEntries({ daysSince }))
}

/**
 * [S18] Takes a player's entries of one game off all boards, and puts their next best there. The result has to be held by then; one
 * that was released meanwhile comes back. Locks the player, so that no other game of theirs is kept at the same time.
 */
export async function replaceBests(transaction: Kept, gameId: GameId, playerId: PlayerId): Promise<void> {
  await transaction.$queryRaw`select id from "Player" where id = ${playerId}::uuid for update`
  const gone = await transaction.$queryRaw<{ board: string; span: string }[]>`
    delete from "BoardEntry" where "gameId" = ${gameId}::uuid and "playerId" = ${playerId}::uuid and board <> 'rating'
    returning board, span`
  const places = Sql.sql`unnest(${gone.map(({ board }) => board)}::text[], ${gone.map(({ span }) => span)}::text[])`
  await keep(
    transaction,
    Sql.sql`select best.* from (${bestEntries({ playerId })}) best where (best.board, best.span) in (select * from ${places})`,
  )
  await keep(transaction, bestEntries({ gameIds: [gameId], playerId }))
}
