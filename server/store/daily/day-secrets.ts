import { randomBytes } from 'node:crypto'
import { commitmentOf, type Day, type DaySecret, dayFrom, dayOf, revealedAt } from '#game/prompts/daily'
import type { Prisma } from '#server/store/prisma'
import type { Prisma as Sql } from '../generated/client'

/** So many days after today have their secret already, so that its hash is public well before. */
const daysAhead = 7

/**
 * [R14] Commits to today and the days ahead. What is there stays: all servers on a database agree, and a hash that was
 * published never changes.
 * @param now ms since the epoch
 */
export async function commitToDays(prisma: Prisma | Sql.TransactionClient, now: number): Promise<void> {
  const days = Array.from({ length: daysAhead + 1 }, (_, ahead) => dayFrom(dayOf(now), ahead))
  await prisma.daySecret.createMany({ data: days.map(newSecret), skipDuplicates: true })
}

function newSecret(day: Day) {
  const secret = randomBytes(32).toString('hex')
  return { day: new Date(day), secret, commitment: commitmentOf(secret) }
}

/**
 * The secret of a day, for a game that begins; made now where nobody has committed to the day yet.
 * @param now ms since the epoch, on that day
 */
export async function readDaySecret(prisma: Prisma | Sql.TransactionClient, now: number): Promise<DaySecret> {
  const where = { day: new Date(dayOf(now)) }
  const known = await prisma.daySecret.findUnique({ where, select: { secret: true } })
  if (known) return known.secret
  await commitToDays(prisma, now)
  const { secret } = await prisma.daySecret.findUniqueOrThrow({ where, select: { secret: true } })
  return secret
}

/** What anybody may know of a day's digits. */
export type DayProof = {
  day: Day
  commitment: string
  /** When the hash became public. */
  createdAt: Date
  /** Null until the day is over. */
  secret: DaySecret | null
}

/** @param now ms since the epoch @returns null for a day that never had a secret */
export async function findDayProof(prisma: Prisma, day: Day, now: number): Promise<DayProof | null> {
  const row = await prisma.daySecret.findUnique({
    where: { day: new Date(day) },
    select: { commitment: true, createdAt: true, secret: revealedAt(day) <= now },
  })
  return row && { ...row, day, secret: row.secret ?? null }
}

/** The hashes of today and tomorrow; committed to now where nobody has yet. */
export async function findComingProofs(prisma: Prisma, now: number): Promise<DayProof[]> {
  const days = [dayOf(now), dayFrom(dayOf(now), 1)]
  const find = () => Promise.all(days.map((day) => findDayProof(prisma, day, now)))
  let proofs = await find()
  if (proofs.includes(null)) {
    await commitToDays(prisma, now)
    proofs = await find()
  }
  return proofs.filter((proof) => proof !== null)
}
