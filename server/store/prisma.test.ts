import { expect, test } from 'vitest'
import { createTestPool } from '#server/testing/database'
import { testStore } from '#server/testing/store'
import { createPrisma } from './prisma'

const store = testStore()

type Statement = { statement: string; runs: number }

/** What a connection keeps after the same was asked three times, on a pool of one. */
async function keptBy(fence?: { mostMs: number; isDirect: boolean }): Promise<Statement[]> {
  const prisma = createPrisma(createTestPool(store.url, { size: 1, ...(fence && { fence }) }))
  try {
    for (const id of [1, 2, 3]) await prisma.$queryRaw`select ${id}::int as asked`
    return await prisma.$queryRawUnsafe<Statement[]>(
      `select statement, (generic_plans + custom_plans)::int as runs from pg_prepared_statements where statement like '%as asked'`,
    )
  } finally {
    await prisma.$disconnect()
  }
}

test('a connection of the pages keeps what it is asked again and again', async () => {
  expect(await keptBy({ mostMs: 3_000, isDirect: true })).toEqual([
    { statement: 'select $1::int as asked', runs: 3 },
  ])
})

test('behind a pooler nothing is kept, as the next question may meet another connection; nor of what the game asks', async () => {
  expect(await keptBy({ mostMs: 3_000, isDirect: false })).toEqual([])
  expect(await keptBy()).toEqual([])
})

test('what is made up of lists of any length fills no connection', async () => {
  const prisma = createPrisma(
    createTestPool(store.url, { size: 1, fence: { mostMs: 3_000, isDirect: true } }),
  )
  for (let length = 1; length <= 310; length++)
    await prisma.$queryRawUnsafe(`select ${Array.from({ length }, () => 1)}`)
  const [kept] = await prisma.$queryRawUnsafe<{ count: number }[]>(
    `select count(*)::int as count from pg_prepared_statements`,
  )
  await prisma.$disconnect()
  expect(kept?.count).toBe(300)
})
