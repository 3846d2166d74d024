import type { PlayerId } from '#game/protocol/scalars'
import type { GameHeader, RecordedPlayer } from '#game/records/record'
import { isRefusedName } from '#server/auth/names'
import type { Prisma as Sql } from '../generated/client'
import { findErased, holdOffErasures } from './tombstones'

/**
 * Makes sure that a game and its players are there, before something refers to them. What a player is called is as last
 * seen: a record that was written late never undoes what they said since.
 *
 * @returns the erased among them, who are not there; where all are, neither is the game
 */
export async function introduce(
  transaction: Sql.TransactionClient,
  game: GameHeader,
  players: readonly RecordedPlayer[],
  seenAt: Date,
): Promise<ReadonlySet<PlayerId>> {
  const erased = await introducePlayers(transaction, players, seenAt)
  if (areAllErased(players, erased)) return erased
  await introduceGame(transaction, game)
  return erased
}

/** Makes sure that a game is there, and stays until the transaction ends: an erasure may be taking it away at this moment. */
async function introduceGame(transaction: Sql.TransactionClient, game: GameHeader): Promise<void> {
  for (let isThere = false; !isThere; ) {
    await transaction.game.createMany({ data: [gameRow(game)], skipDuplicates: true })
    const found = await transaction.$queryRaw<object[]>`
      select id from "Game" where id = ${game.id}::uuid for key share`
    isThere = found.length > 0
  }
}

function gameRow(game: GameHeader) {
  return {
    id: game.id,
    roomCode: game.roomCode,
    mode: game.settings.mode,
    settings: game.settings,
    seed: game.seed,
    day: game.day === null ? null : new Date(game.day),
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

/** The same players under the names that an admin gave to those who sit under a refused one. */
export async function withAllowedNames<Player extends Pick<RecordedPlayer, 'id' | 'name' | 'label'>>(
  transaction: Sql.TransactionClient,
  players: readonly Player[],
): Promise<(player: Player) => Player> {
  const ruled = await transaction.player.findMany({
    where: { id: { in: players.map(({ id }) => id) }, refusedName: { not: null } },
    select: { id: true, name: true, refusedName: true },
  })
  const rulings = new Map(ruled.map((ruling) => [ruling.id, ruling]))
  return (player) => {
    const ruling = rulings.get(player.id)
    return ruling && isRefusedName(player.name, ruling.refusedName)
      ? { ...player, name: ruling.name, label: ruling.name }
      : player
  }
}

/**
 * Makes sure that players are there; what they were called earlier than `seenAt` gives way. A name that an admin has refused,
 * alone or with the number that tells it apart, does not come back from a seat that still has it. Nothing is said of consent:
 * `saveConsent` alone does that. Who was erased does not come back at all, and is not being erased before the transaction ends.
 *
 * @returns the erased among them
 */
export async function introducePlayers(
  transaction: Sql.TransactionClient,
  mentioned: readonly RecordedPlayer[],
  seenAt: Date,
): Promise<ReadonlySet<PlayerId>> {
  const ids = mentioned.map(({ id }) => id)
  await holdOffErasures(transaction, ids)
  const erased = await findErased(transaction, ids)
  const known = mentioned.filter(({ id }) => !erased.has(id))
  const players = [...new Map(known.map((player) => [player.id, player])).values()]
  // Always in the same order, or two rounds with the same players could wait for each other for ever.
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
