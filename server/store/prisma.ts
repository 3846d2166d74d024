import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import type { DatabasePool } from '#server/host/postgres/pool'
import { PrismaClient } from './generated/client'

export type Prisma = PrismaClient

/** A client on a pool, which ends with its `$disconnect()`. */
export function createPrisma(pool: DatabasePool): Prisma {
  return new PrismaClient({
    adapter: new PrismaPg(pool, {
      schema: pool.connection.schema,
      disposeExternalPool: true,
      ...(pool.keepsStatements && { statementNameGenerator: createNames() }),
    }),
  })
}

/** More texts than pages have: those that are made up of lists get no name, as each connection would keep them all. */
const mostNames = 300

/** Names statements by their text, whichever client asks; an empty name is none. */
function createNames(): ({ sql }: { readonly sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined || names.size >= mostNames) return known ?? ''
    const name = createHash('sha256').update(sql).digest('base64url')
    names.set(sql, name)
    return name
  }
}
