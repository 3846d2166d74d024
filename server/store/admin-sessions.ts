import { randomBytes } from 'node:crypto'
import { adminPasswordMark, adminSessionMs, keyedHash } from '#server/auth/admin'
import type { Config } from '#server/config'
import type { Clock } from '#server/host/clock'
import type { Prisma } from './prisma'

/** A browser in which the admin is signed in. */
export type AdminSession = {
  readonly id: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  /** [F13] The name under which somebody reviews there; null until they have said it. */
  readonly reviewer: string | null
}

/** All sessions of the admin. Each asks the database, so that one that has been ended is refused at once, wherever. */
export type AdminSessions = {
  /** For who has just given the password. @returns the token that the browser keeps */
  open(): Promise<string>
  /** @returns null when no open session has this token; else it has now been seen */
  find(token: string | undefined): Promise<AdminSession | null>
  /** [F13] @param name as `reviewerName` has it */
  setReviewer(token: string | undefined, name: string): Promise<void>
  /** The one used last comes first. */
  list(): Promise<AdminSession[]>
  end(token: string | undefined): Promise<void>
  endAll(): Promise<void>
}

type SessionParts = {
  readonly config: Pick<Config, 'adminPassword' | 'dataFolder'>
  /** What ids and password marks are keyed with. */
  readonly secret: string
  readonly clock: Clock
}

/** How exactly it is known when a session was used; a page that is looked at often writes no more often. */
const seenEveryMs = 60_000

export function createAdminSessions(
  { adminSession: table }: Prisma,
  { config, secret, clock }: SessionParts,
): AdminSessions {
  const idOf = (token: string) => keyedHash(secret, token)
  const now = () => new Date(clock.now())
  const isOpen = async () => ({
    passwordMark: await adminPasswordMark(config, secret),
    expiresAt: { gt: now() },
  })

  return {
    async open() {
      await table.deleteMany({ where: { expiresAt: { lte: now() } } })
      const token = randomBytes(32).toString('base64url')
      const at = now()
      await table.create({
        data: {
          id: idOf(token),
          passwordMark: await adminPasswordMark(config, secret),
          createdAt: at,
          lastSeenAt: at,
          expiresAt: new Date(at.getTime() + adminSessionMs),
        },
      })
      return token
    },
    async find(token) {
      if (!token) return null
      const found = await table.findFirst({ where: { id: idOf(token), ...(await isOpen()) } })
      if (found && clock.now() - found.lastSeenAt.getTime() >= seenEveryMs)
        await table.updateMany({ where: { id: found.id }, data: { lastSeenAt: now() } })
      return found
    },
    async setReviewer(token, reviewer) {
      if (token)
        await table.updateMany({ where: { id: idOf(token), ...(await isOpen()) }, data: { reviewer } })
    },
    async list() {
      return table.findMany({ where: await isOpen(), orderBy: { lastSeenAt: 'desc' } })
    },
    async end(token) {
      if (token) await table.deleteMany({ where: { id: idOf(token) } })
    },
    async endAll() {
      await table.deleteMany({ where: {} })
    },
  }
}
