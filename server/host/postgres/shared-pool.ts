import type { DatabasePool } from './pool'

/** Next bundles its own copies of modules for the pages, so shared state is on `globalThis`. */
const shared = globalThis as typeof globalThis & { [key: symbol]: DatabasePool | undefined }
const key = Symbol.for('digit-dash.database')

/** Hands the pages the game's own pool. */
export function sharePool(pool: DatabasePool): void {
  shared[key] = pool
}

/** @throws Error outside a server that has opened its database */
export function sharedPool(): DatabasePool {
  const pool = shared[key]
  if (!pool) throw new Error('There is no database: pages live behind server/main.ts')
  return pool
}
