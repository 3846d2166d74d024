import 'server-only'
import { sharedPools } from '#server/host/postgres/shared-pool'
import { cacheBoards } from './boards/board-cache'
import { createPrisma, type Prisma } from './prisma'

/** Next reloads modules while developing; the clients outlive them. */
const kept = globalThis as typeof globalThis & { pagePrisma?: Prisma; actionPrisma?: Prisma }

/** The database, for what a page shows: on the small pool of the pages, where a query that takes too long fails (`isBusy`). */
export function pagePrisma(): Prisma {
  kept.pagePrisma ??= cacheBoards(createPrisma(sharedPools().pages))
  return kept.pagePrisma
}

/** The database, for what somebody changes, and for downloads: on the game's pool, and as long as it takes. */
export function actionPrisma(): Prisma {
  kept.actionPrisma ??= createPrisma(sharedPools().game)
  return kept.actionPrisma
}

/** Whether the database answers; known within a second. For what goes on without it. */
export function isDatabaseUp(): Promise<boolean> {
  return sharedPools().game.isUp()
}
