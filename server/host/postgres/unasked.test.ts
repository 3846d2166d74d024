import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unaskedVersion } from '#game/protocol/consent'
import { readConnection } from '#server/host/postgres/connection-url'
import { migrate } from '#server/host/postgres/migrate'
import { openTestDatabase, query } from '#server/testing/database'

let database: Awaited<ReturnType<typeof openTestDatabase>>
let folder: string

beforeEach(async () => {
  database = await openTestDatabase()
  folder = await mkdtemp(path.join(tmpdir(), 'migrations-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
  await database.close()
})

test('[C1] migration: a yes of 0.5.0 was the default and becomes "not asked", a no stays a no', async () => {
  await cp('prisma/migrations', folder, {
    recursive: true,
    filter: (file) => !/00(0[7-9]|[1-9]\d)_/.test(file),
  })
  await migrate(readConnection(database.url), folder)
  await query(
    database.url,
    `insert into "Player" (id, name, colour, "hasConsented", "seenAt") values
      (gen_random_uuid(), 'by default', 1, true, now()), (gen_random_uuid(), 'by hand', 2, false, now())`,
  )
  await migrate(readConnection(database.url))
  const found = await query(
    database.url,
    `select name, "hasConsented", "consentVersion", "consentAnsweredAt" is not null as "isAnswered" from "Player" order by name`,
  )
  expect(found).toEqual([
    { name: 'by default', hasConsented: null, consentVersion: null, isAnswered: false },
    { name: 'by hand', hasConsented: false, consentVersion: unaskedVersion, isAnswered: true },
  ])
})
