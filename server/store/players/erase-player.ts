import type { PlayerId } from '#game/protocol/scalars'
import { forgetBoards } from '#server/store/boards/board-cache'
import type { Prisma } from '#server/store/prisma'
import { unmarkContributor } from '#server/store/samples/contributor-tally'
import { changeSamplesOf } from '#server/store/samples/sample-tally'
import { deleteReviews } from '#server/store/samples/save-review'
import { Prisma as Sql } from '../generated/client'
import { lockForErasure, tombstoneKey } from './tombstones'

/** Long enough for a player with years of games; only writes of that player wait meanwhile. */
const erasureLimits = { maxWait: 10_000, timeout: 120_000 }

/**
 * Erases a player, in one transaction: their row with rating, recovery code, samples, reports and daily tries, the games in
 * which nobody else is known, and in all other games their name and whatever links one game of theirs to another. Scores,
 * ink and guesses of those games stay as they are. Idempotent, also for somebody nobody has heard of.
 */
export async function erasePlayer(prisma: Prisma, playerId: PlayerId): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    await lockForErasure(transaction, playerId)
    const { hashOf } = await tombstoneKey(transaction)
    await transaction.$executeRaw`
      insert into "Tombstone" (hash) values (${hashOf(playerId)})
      on conflict (hash) do update set "erasedAt" = now()`
    // Nobody else has a sample in a game that goes.
    await changeSamplesOf(transaction, playerId, async () => {
      await deleteGamesAlone(transaction, playerId)
      await transaction.hold.deleteMany({ where: { playerId } })
      await leaveGames(transaction, playerId)
      await transaction.report.deleteMany({ where: { reporterId: playerId } })
      await deleteReviews(transaction, { reviewer: playerId })
      // With it goes all that refers to it: see the schema.
      await transaction.player.deleteMany({ where: { id: playerId } })
    })
    await unmarkContributor(transaction, playerId)
  }, erasureLimits)
  forgetBoards()
}

/** Games in which no other player has a name any more. */
async function deleteGamesAlone(transaction: Sql.TransactionClient, playerId: PlayerId): Promise<void> {
  const isAlone = Sql.sql`
    not exists (
      select from "Result" other
      where other."gameId" = game.id and other.name is not null and other."playerId" <> ${playerId}::uuid)
    and not exists (
      select from "Round" round
        join "Drawing" drawing on drawing."roundId" = round.id
        join "Drawer" other on other."drawingId" = drawing.id
      where round."gameId" = game.id and other.name is not null and other."playerId" <> ${playerId}::uuid)`
  const games = await gamesOf(transaction, playerId)
  // Waits for a round of somebody else that is being written to one of them: then it is not the player's alone.
  const locked = await transaction.$queryRaw<{ id: string }[]>`
    select id from "Game" game where id = any(${games}::uuid[]) and ${isAlone} order by id for update`
  await transaction.$executeRaw`
    delete from "Game" game where id = any(${locked.map(({ id }) => id)}::uuid[]) and ${isAlone}`
}

/** In each game another id takes the place of the player's. */
async function leaveGames(transaction: Sql.TransactionClient, playerId: PlayerId): Promise<void> {
  const { aliasOf } = await tombstoneKey(transaction)
  const games = await gamesOf(transaction, playerId)
  const aliases = games.map((gameId) => aliasOf(playerId, gameId))
  await transaction.$executeRaw`
    update "Result" result set "playerId" = former.alias, name = null
    from unnest(${games}::uuid[], ${aliases}::uuid[]) as former (game, alias)
    where result."gameId" = former.game and result."playerId" = ${playerId}::uuid`
  // [C7] A race against an own earlier game would tell that both are of the same person.
  await transaction.$executeRaw`
    update "Game" set ghosts = null where id = any(${games}::uuid[]) and ghosts = any(${games}::uuid[])`
  await transaction.$executeRaw`
    update "Drawer" drawer set "playerId" = former.alias, name = null
    from unnest(${games}::uuid[], ${aliases}::uuid[]) as former (game, alias)
      join "Round" round on round."gameId" = former.game
      join "Drawing" drawing on drawing."roundId" = round.id
    where drawer."drawingId" = drawing.id and drawer."playerId" = ${playerId}::uuid`
}

async function gamesOf(transaction: Sql.TransactionClient, playerId: PlayerId): Promise<string[]> {
  const games = await transaction.$queryRaw<{ id: string }[]>`
    select "gameId" as id from "Result" where "playerId" = ${playerId}::uuid
    union
    select round."gameId" from "Drawer" drawer
      join "Drawing" drawing on drawing.id = drawer."drawingId"
      join "Round" round on round.id = drawing."roundId"
    where drawer."playerId" = ${playerId}::uuid`
  return games.map(({ id }) => id)
}
