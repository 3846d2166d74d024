import { expect, test } from 'vitest'
import { adminSessionMs } from '#server/auth/admin'
import { query } from '#server/testing/database'
import { createManualClock } from '#server/testing/manual-clock'
import { testStore } from '#server/testing/store'
import { createAdminSessions } from './admin-sessions'

const store = testStore()

function open(overrides: { adminPassword?: string; secret?: string } = {}) {
  const { adminPassword = 'correct horse', secret = 'a secret that is long enough to key hashes' } = overrides
  const clock = createManualClock()
  const config = { adminPassword, dataFolder: '.' }
  return { clock, sessions: createAdminSessions(store.prisma, { config, secret, clock }) }
}

test('admin sessions: a session is found by its token alone, and is over at its end however much it was used', async () => {
  const { sessions, clock } = open()
  const token = await sessions.open()
  clock.advance(adminSessionMs - 1)
  expect(await sessions.find(token)).not.toBeNull()
  for (const other of [undefined, '', `${token}x`, token.toLowerCase()])
    expect(await sessions.find(other)).toBeNull()
  clock.advance(1)
  expect(await sessions.find(token)).toBeNull()
})

test('admin sessions: signing out ends one session, and signing out everywhere all, at once and for every reader', async () => {
  const { sessions } = open()
  const elsewhere = open().sessions
  const [one, other] = [await sessions.open(), await sessions.open()]
  await sessions.end(one)
  expect(await elsewhere.find(one)).toBeNull()
  expect(await elsewhere.find(other)).not.toBeNull()
  await sessions.endAll()
  expect(await elsewhere.find(other)).toBeNull()
  expect(await sessions.list()).toEqual([])
})

test('admin sessions: a session is over when the password changes, and no session of another secret is one', async () => {
  const token = await open().sessions.open()
  expect(await open({ adminPassword: 'battery staple' }).sessions.find(token)).toBeNull()
  expect(await open({ secret: 'another secret that is long enough, too' }).sessions.find(token)).toBeNull()
  expect(await open().sessions.find(token)).not.toBeNull()
})

test('admin sessions: a new session clears away those that are over', async () => {
  const { sessions, clock } = open()
  await sessions.open()
  clock.advance(adminSessionMs)
  await sessions.open()
  expect(await query(store.url, 'select id from "AdminSession"')).toHaveLength(1)
  expect(await sessions.list()).toHaveLength(1)
})

test('admin sessions: of two servers with secrets of their own on one database, neither signs the other’s admin out', async () => {
  const one = open().sessions
  const other = open({ secret: 'another secret that is long enough, too' }).sessions
  const token = await one.open()
  await other.open()
  expect(await one.find(token)).not.toBeNull()
})

test('admin sessions: sessions are listed with when each was used, the newest first', async () => {
  const { sessions, clock } = open()
  const first = await sessions.open()
  clock.advance(60_000)
  await sessions.open()
  clock.advance(60_000)
  await sessions.find(first)
  const [newest, older] = await sessions.list()
  expect(newest?.lastSeenAt.getTime()).toBe(clock.now())
  expect(older?.createdAt).toEqual(older?.lastSeenAt)
})

test('admin sessions: the database holds neither a token nor anything a password could be tried against without the secret', async () => {
  const token = await open().sessions.open()
  const { sessions } = open({ secret: 'another secret that is long enough, too' })
  const rows = JSON.stringify(await query(store.url, 'select * from "AdminSession"'))
  expect(rows).not.toContain(token)
  const marks = await query<{ passwordMark: string }>(store.url, 'select "passwordMark" from "AdminSession"')
  await sessions.open()
  expect(await query(store.url, 'select "passwordMark" from "AdminSession"')).not.toEqual(marks)
})
