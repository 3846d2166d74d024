import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { commitmentOf, dayFrom, dayOf, revealedAt } from '#game/prompts/daily'
import { commitDaily } from '#server/store/daily/commit-daily'
import { createDailyTries } from '#server/store/daily/daily-tries'
import { silentLog } from '#server/testing/database'
import { createManualClock } from '#server/testing/manual-clock'
import { playerNamed } from '#server/testing/records'
import { testStore } from '#server/testing/store'
import { commitToDays, findComingProofs, findDayProof, readDaySecret } from './day-secrets'

const store = testStore()
const now = Date.parse('2026-11-24T09:00:00Z')
const today = dayOf(now)
const tomorrow = dayFrom(today, 1)

beforeEach(async () => {
  await store.prisma.daySecret.deleteMany()
})

test('[R14] day secrets: the hashes of today and tomorrow are there before the days, the secrets are not', async () => {
  const proofs = await findComingProofs(store.prisma, now)
  expect(proofs.map(({ day, secret }) => [day, secret])).toEqual([
    [today, null],
    [tomorrow, null],
  ])
  expect(proofs.every(({ commitment }) => /^[0-9a-f]{64}$/.test(commitment))).toBe(true)
})

test('[R14] day secrets: what was published before a day fits the secret that is published after it', async () => {
  const [, promised] = await findComingProofs(store.prisma, now)
  expect((await findDayProof(store.prisma, tomorrow, revealedAt(tomorrow) - 1))?.secret).toBeNull()
  const proof = await findDayProof(store.prisma, tomorrow, revealedAt(tomorrow))
  expect(commitmentOf(proof?.secret ?? '')).toBe(promised?.commitment)
  expect(proof?.commitment).toBe(promised?.commitment)
})

test('[R14] day secrets: servers that start at once commit to the same days, and later ones change nothing', async () => {
  await Promise.all([1, 2, 3].map(() => commitToDays(store.prisma, now)))
  const first = await store.prisma.daySecret.findMany({ orderBy: { day: 'asc' } })
  await commitToDays(store.prisma, now + 86_400_000)
  const then = await store.prisma.daySecret.findMany({ orderBy: { day: 'asc' } })
  expect(then.slice(0, first.length)).toEqual(first)
  expect(then.length).toBe(first.length + 1)
})

test('[R14] day secrets: a server that runs for ten days has committed to each day before it', async () => {
  const clock = createManualClock(now)
  await commitToDays(store.prisma, clock.now())
  const stop = commitDaily(store.prisma, { clock, log: silentLog })
  for (let ahead = 1; ahead <= 10; ahead++) {
    await expect.poll(() => clock.waiting).toBe(1)
    clock.advance(86_400_000)
  }
  await stop()
  expect(await findDayProof(store.prisma, dayFrom(today, 17), clock.now())).not.toBeNull()
  expect(clock.waiting).toBe(0)
})

test('[R14] day secrets: a game that starts gets the committed one, also where nobody had committed yet', async () => {
  const tries = createDailyTries(store.prisma, { isUp: async () => true })
  const start = (name: string) =>
    tries.claim({ day: today, gameId: randomUUID(), player: playerNamed(name), at: new Date(now) })
  const [ada, ben] = await Promise.all([start('Ada'), start('Ben')])
  expect(ada.secret).toBe(ben.secret)
  expect(commitmentOf(ada.secret)).toBe((await findDayProof(store.prisma, today, now))?.commitment)
  expect(await readDaySecret(store.prisma, now + 1)).toBe(ada.secret)
})

test('[R14] day secrets: a day that never had one has no proof', async () => {
  await commitToDays(store.prisma, now)
  expect(await findDayProof(store.prisma, dayFrom(today, -1), now)).toBeNull()
})
