import 'server-only'
import { readConfig } from '../config'
import { createLog } from '../log'
import { createPrisma, type Prisma } from './prisma'

/** Next reloads modules while developing; the pool outlives them. */
const kept = globalThis as typeof globalThis & { pagePrisma?: Prisma }

/**
 * The database, for pages and route handlers. Next bundles its own copy of this module, so this is another pool than the
 * game's; the server writes the address of the built-in database into DATABASE_URL before Next wakes up.
 */
export function pagePrisma(): Prisma {
  const config = readConfig()
  if (!config.databaseUrl) throw new Error('DATABASE_URL is not set: pages live behind server/main.ts')
  kept.pagePrisma ??= createPrisma(config.databaseUrl, createLog(config))
  return kept.pagePrisma
}
