import type { PlayerId } from '#game/protocol/scalars'
import type { GameHeader, RecordedPlayer } from '#game/records/record'
import { whatCounts } from '#game/records/what-counts'
import { isRefusedName } from '#server/auth/names'
import type { Prisma as Sql } from '../generated/client'
import { findErased, holdOffErasures } from './tombstones'

/**
 * Upserts a game and its players, before something refers to them. The name seen last wins: a record that is written late
 * never undoes a newer name. Idempotent.
 *
 * @returns the erased among them, who are not there; where all are, neither is the game
 */
export async function upsertGameAndPlayers(
  transaction: Sql.TransactionClient,
  game: GameHeader,
  players: readonly RecordedPlayer[],
  seenAt: Date,
): Promise<ReadonlySet<PlayerId>> {
  const erased = await upsertPlayers(transaction, players, seenAt)
  if (areAllErased(players, erased)) return erased
  await ensureGame(transaction, game)
  return erased
}

/** Creates a game where there is none, and locks its row against an erasure that may be deleting it at this moment. */
async function ensureGame(transaction: Sql.TransactionClient, game: GameHeader): Promise<void> {
  for (let isThere = false; !isThere; ) {
    await transaction.game.createMany({ data: [gameRow(game)], skipDuplicates: true })
    const found = await transaction.$queryRaw<object[]>`
      select id from "Game" where id = ${game.id}::uuid for key share`
    isThere = found.length > 0
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
  const renamed = await transaction.player.findMany({
    where: { id: { in: players.map(({ id }) => id) }, refusedName: { not: null } },
    select: { id: true, name: true, refusedName: true },
  })
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
  const ids = mentioned.map(({ id }) => id)
  await holdOffErasures(transaction, ids)
  const erased = await findErased(transaction, ids)
  const known = mentioned.filter(({ id }) => !erased.has(id))
  const players = [...new Map(known.map((player) => [player.id, player])).values()]
  // Always in the same order: two rounds with the same players could deadlock otherwise.
  players.sort((a, b) => (a.id < b.id ? -1 : 1))
  await transaction.$executeRaw`
    insert into "Player" (id, name, colour, "seenAt")
    select id, name, colour, ${seenAt} from unnest(
      ${players.map(({ id }) => id)}::uuid[], ${players.map(({ name }) => name)}::text[],
      ${players.map(({ colour }) => colour)}::int2[]
    ) as player (id, name, colour)
    on conflict (id) do update set
      name = case
        when left(excluded.name, length("Player"."refusedName") + 1)
          in ("Player"."refusedName", "Player"."refusedName" || ' ') then "Player".name
        else excluded.name end,
      colour = excluded.colour, "seenAt" = excluded."seenAt"
    where "Player"."seenAt" < excluded."seenAt"`
  return erased
}
