import type { DatabasePool } from './pool'

/** The game's own, and the small one of the pages. */
export type DatabasePools = { readonly game: DatabasePool; readonly pages: DatabasePool }

/** Next bundles its own copies of modules for the pages, so shared state is on `globalThis`. */
const shared = globalThis as typeof globalThis & { [key: symbol]: DatabasePools | undefined }
const key = Symbol.for('digit-dash.database')

/** Hands the pages their pool, and the game's for what they change. */
export function sharePools(pools: DatabasePools): void {
  shared[key] = pools
}

/** @throws Error outside a server that has opened its database */
export function sharedPools(): DatabasePools {
  const pools = shared[key]
  if (!pools) throw new Error('There is no database: pages live behind server/main.ts')
  return pools
}
