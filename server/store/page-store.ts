import 'server-only'
import { sharedPool } from '#server/host/postgres/shared-pool'
import { createPrisma, type Prisma } from './prisma'

/** Next reloads modules while developing; the client outlives them. */
const kept = globalThis as typeof globalThis & { pagePrisma?: Prisma }

/** The database, for pages and route handlers: a client of their own bundle on the game's pool. */
export function pagePrisma(): Prisma {
  kept.pagePrisma ??= createPrisma(sharedPool())
  return kept.pagePrisma
}

/** Whether the database answers; known within a second. For what goes on without it. */
export function isDatabaseUp(): Promise<boolean> {
  return sharedPool().isUp()
}
