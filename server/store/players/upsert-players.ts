import type { GameId, PlayerId } from '#game/protocol/scalars'
import type { GameHeader, RecordedPlayer } from '#game/records/record'
import { whatCounts } from '#game/records/what-counts'
import { isRefusedName } from '#server/auth/names'
import { insertRows } from '#server/store/insert-rows'
import type { Prisma as Sql } from '../generated/client'
import { findErased, holdOffErasures } from './tombstones'

/** Players of a game, as they were seen in it. */
export type Played = {
  readonly game: GameHeader
  readonly players: readonly RecordedPlayer[]
  readonly seenAt: Date
}

/**
 * Upserts games and their players, before something refers to them. The name seen last wins: a record that is written late
 * never undoes a newer name. Idempotent.
 *
 * @returns the erased among them, who are not there; a game where all are is not there either
 */
export async function upsertGamesAndPlayers(
  transaction: Sql.TransactionClient,
  played: readonly Played[],
): Promise<ReadonlySet<PlayerId>> {
  const erased = await upsertSeenPlayers(
    transaction,
    played.flatMap(({ players, seenAt }) => players.map((player) => ({ ...player, seenAt }))),
  )
  const present = played.filter(({ players }) => !areAllErased(players, erased))
  await ensureGames(
    transaction,
    present.map(({ game }) => game),
  )
  return erased
}

/** Creates games that are not there, and locks their rows against an erasure that may be deleting them at this moment. */
async function ensureGames(transaction: Sql.TransactionClient, games: readonly GameHeader[]): Promise<void> {
  const missing = new Map(games.map((game) => [game.id, game]))
  // Always in the same order: two transactions with the same games could deadlock otherwise.
  const ids = [...missing.keys()].sort()
  while (missing.size > 0) {
    const found = await transaction.$queryRaw<{ id: GameId }[]>`
      select id from "Game" where id = any(${ids}::uuid[]) order by id for key share`
    for (const { id } of found) missing.delete(id)
    const rows = ids.flatMap((id) => missing.get(id) ?? []).map(gameRow)
    await insertRows(transaction, 'Game', rows, 'skip')
  }
}

function gameRow(game: GameHeader) {
  const { reason: _, ...counts } = whatCounts(game)
  return {
    ...counts,
    id: game.id,
    roomCode: game.roomCode,
    mode: game.settings.mode,
    settings: game.settings,
    seed: game.seed,
    day: game.day === null ? null : new Date(game.day),
    ghosts: game.ghosts ?? null,
    startedAt: new Date(game.startedAt),
  }
}

/** @returns whether nothing is to be written of these players, who are more than none */
export function areAllErased(
  players: readonly Pick<RecordedPlayer, 'id'>[],
  erased: ReadonlySet<PlayerId>,
): boolean {
  return players.length > 0 && players.every(({ id }) => erased.has(id))
}

/** The same players, with the name that an admin gave in place of a refused one. */
export async function withAllowedNames<Player extends Pick<RecordedPlayer, 'id' | 'name' | 'label'>>(
  transaction: Sql.TransactionClient,
  players: readonly Player[],
): Promise<(player: Player) => Player> {
  const renamed = await transaction.$queryRaw<{ id: string; name: string; refusedName: string }[]>`
    select id, name, "refusedName" from "Player"
    where id = any(${players.map(({ id }) => id)}::uuid[]) and "refusedName" is not null`
  const allowedNames = new Map(renamed.map((allowed) => [allowed.id, allowed]))
  return (player) => {
    const allowed = allowedNames.get(player.id)
    return allowed && isRefusedName(player.name, allowed.refusedName)
      ? { ...player, name: allowed.name, label: allowed.name }
      : player
  }
}

/**
 * Upserts players: a name and colour that were seen before `seenAt` are replaced. A name that an admin has refused, alone or
 * with the number that tells it apart, is not taken over from a seat that still has it. Consent stays as it is: only
 * `saveConsent` changes it. Erased players are left out, and nobody is erased before the transaction ends.
 *
 * @returns the erased among them
 */
export async function upsertPlayers(
  transaction: Sql.TransactionClient,
  mentioned: readonly RecordedPlayer[],
  seenAt: Date,
): Promise<ReadonlySet<PlayerId>> {
  return upsertSeenPlayers(
    transaction,
    mentioned.map((player) => ({ ...player, seenAt })),
  )
}

type SeenPlayer = RecordedPlayer & { readonly seenAt: Date }

/** The same for players who were seen at several times: the last one counts. */
async function upsertSeenPlayers(
  transaction: Sql.TransactionClient,
  mentioned: readonly SeenPlayer[],
): Promise<ReadonlySet<PlayerId>> {
  const ids = mentioned.map(({ id }) => id)
  await holdOffErasures(transaction, ids)
  const erased = await findErased(transaction, ids)
  const known = mentioned.filter(({ id }) => !erased.has(id))
  known.sort((one, other) => one.seenAt.getTime() - other.seenAt.getTime())
  const players = [...new Map(known.map((player) => [player.id, player])).values()]
  // Always in the same order: two rounds with the same players could deadlock otherwise.
  players.sort((a, b) => (a.id < b.id ? -1 : 1))
  await transaction.$executeRaw`
    insert into "Player" (id, name, colour, "seenAt")
    select id, name, colour, "seenAt" from unnest(
      ${players.map(({ id }) => id)}::uuid[], ${players.map(({ name }) => name)}::text[],
      ${players.map(({ colour }) => colour)}::int2[],
      ${players.map(({ seenAt }) => seenAt.toISOString())}::timestamptz[]
    ) as player (id, name, colour, "seenAt")
    on conflict (id) do update set
      name = case
        when left(excluded.name, length("Player"."refusedName") + 1)
          in ("Player"."refusedName", "Player"."refusedName" || ' ') then "Player".name
        else excluded.name end,
      colour = excluded.colour, "seenAt" = excluded."seenAt"
    where "Player"."seenAt" < excluded."seenAt"`
  return erased
}
