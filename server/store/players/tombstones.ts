import { createHmac, randomBytes } from 'node:crypto'
import type { GameId, PlayerId } from '#game/protocol/scalars'
import type { Prisma } from '#server/store/prisma'
import type { Prisma as Sql } from '../generated/client'

/** What is left of an erased player: enough to know them again if their id comes back, and not enough to tell it. */

type Reader = Pick<Sql.TransactionClient, '$queryRaw' | 'tombstoneKey'>

/** As long as a cookie that was sealed before the erasure can be left, and a day. */
export const tombstoneDays = 366

/** Of two who had a game to themselves, the second has to see that the first has gone. */
const erasureLock = 1_163_026_803
/** With a hash of the player's id. */
const writingLock = 1_163_026_806

/**
 * Takes a shared advisory lock for each player, until the transaction ends: no erasure of one of them runs between what a write
 * looks up and what it writes. Erasures of other players do not wait. Call it first, for all players at once.
 */
export async function holdOffErasures(
  transaction: Sql.TransactionClient,
  playerIds: readonly PlayerId[],
): Promise<void> {
  // Always in the same order: two writes of the same players and an erasure could deadlock otherwise.
  await transaction.$executeRaw`
    select pg_advisory_xact_lock_shared(${writingLock}::int, key) from (
      select distinct hashtext(id) as key from unnest(${[...playerIds]}::text[]) as id order by key
    ) as keys`
}

/** Takes the exclusive advisory lock for a player: waits for writes that are under way, and blocks new ones. One erasure runs at a time. */
export async function lockForErasure(transaction: Sql.TransactionClient, playerId: PlayerId): Promise<void> {
  await transaction.$executeRaw`select pg_advisory_xact_lock(${erasureLock})`
  await transaction.$executeRaw`select pg_advisory_xact_lock(${writingLock}::int, hashtext(${playerId}))`
}

export type TombstoneKey = {
  hashOf(playerId: PlayerId): string
  /** The id that stands for a former player in one game: the same whenever it is asked for, and another in each game. */
  aliasOf(playerId: PlayerId, gameId: GameId): PlayerId
}

/** The database's own key, so that all its servers have the same. */
export async function tombstoneKey(reader: Reader): Promise<TombstoneKey> {
  const kept = await reader.tombstoneKey.findUnique({ where: { id: 1 } })
  if (!kept) {
    await reader.tombstoneKey.createMany({ data: [{ key: randomBytes(32) }], skipDuplicates: true })
    return tombstoneKey(reader)
  }
  const digest = (text: string) => createHmac('sha256', kept.key).update(text).digest('hex')
  return {
    hashOf: (playerId) => digest(`erased ${playerId}`),
    aliasOf: (playerId, gameId) => asUuid(digest(`former ${playerId} in ${gameId}`)),
  }
}

/** @returns which of these players have been erased */
export async function findErased(
  reader: Reader,
  playerIds: readonly PlayerId[],
): Promise<ReadonlySet<PlayerId>> {
  const { hashOf } = await tombstoneKey(reader)
  const byHash = new Map(playerIds.map((id) => [hashOf(id), id]))
  const found = await reader.$queryRaw<{ hash: string }[]>`
    select hash from "Tombstone" where hash = any(${[...byHash.keys()]})`
  return new Set(found.flatMap(({ hash }) => byHash.get(hash) ?? []))
}

/**
 * Runs a write that names players, unless one of them has been erased: nobody comes back by it, and nobody is erased before the
 * transaction ends. Call it first in the transaction.
 */
export async function unlessErased(
  transaction: Sql.TransactionClient,
  playerIds: readonly PlayerId[],
  write: () => Promise<void>,
): Promise<void> {
  await holdOffErasures(transaction, playerIds)
  if ((await findErased(transaction, playerIds)).size === 0) await write()
}

/** A database keeps its key for ever, so each client of it reads it once. */
const keys = new WeakMap<Prisma, TombstoneKey>()

export async function isErased(prisma: Prisma, playerId: PlayerId): Promise<boolean> {
  const key = keys.get(prisma) ?? (await tombstoneKey(prisma))
  keys.set(prisma, key)
  const [found] = await prisma.$queryRaw<{ isThere: boolean }[]>`
    select exists (select from "Tombstone" where hash = ${key.hashOf(playerId)}) as "isThere"`
  return found?.isThere ?? false
}

/** @returns whether a player was erased in the last minutes; null when nobody was */
export async function findRecentErasures(
  prisma: Prisma,
  minutes: number,
): Promise<((playerId: PlayerId) => boolean) | null> {
  const recent = await prisma.$queryRaw<{ hash: string }[]>`
    select hash from "Tombstone" where "erasedAt" > now() - make_interval(mins => ${minutes}::int)`
  if (recent.length === 0) return null
  const { hashOf } = await tombstoneKey(prisma)
  const hashes = new Set(recent.map(({ hash }) => hash))
  return (playerId) => hashes.has(hashOf(playerId))
}

/** 122 bits of a hash, in the form of a random UUID. */
function asUuid(hex: string): string {
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
