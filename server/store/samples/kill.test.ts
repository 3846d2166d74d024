import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { query } from '#server/testing/database'
import { lenders } from '#server/testing/lenders'
import { drawingBy, guessFor } from '#server/testing/records'
import { labelAll } from './bulk-review'
import { listAdminActions } from './exclude-contributor'
import { takeReviewQueue } from './review-queue'
import { acceptStack, takeStack } from './review-stack'
import { saveReview } from './save-review'

const { store, players, play } = lenders('Ada', 'Grace')
const [ada, grace] = players
const patience = { timeout: 60_000 }
const reviewer = 'Ada'

/** What is at work at the same time: a verdict, one on a whole filter, one on a stack, and a lease. */
type Work = {
  readonly sampleId: string
  readonly stack: { readonly stackId: string; readonly digit: number; readonly accepted: readonly string[] }
}
const atWork = 4

const looksRight = (prompt: number, canvas: number) =>
  drawingBy([ada], { canvas, prompt, wrongLocks: 1, guesses: [guessFor(prompt, 900, 2)] })
const missed = (prompt: number, canvas: number) =>
  drawingBy([grace], { canvas, prompt, lock: null, guesses: [guessFor(7, 600, 2)] })

let work: Work
beforeEach(async () => {
  await play([missed(1, 0), missed(2, 1), missed(2, 2), missed(3, 3), looksRight(4, 4), looksRight(4, 5)])
  const stack = await takeStack(store.prisma, { now: new Date() })
  const [sample] = await store.prisma.sample.findMany({ where: { prompt: 1 } })
  work = {
    sampleId: sample?.id ?? '',
    stack: {
      stackId: stack?.id ?? '',
      digit: stack?.digit ?? 0,
      accepted: stack?.samples.map(({ id }) => id) ?? [],
    },
  }
})

const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

function startAll({ sampleId, stack }: Work) {
  const { prisma } = store
  return [
    saveReview(prisma, { sampleId, reviewer, verdict: 1 }),
    labelAll(prisma, { filter: { prompt: 2 }, label: 10, expected: 2, reviewer }),
    acceptStack(prisma, { ...stack, doubted: [], reviewer }),
    takeReviewQueue(prisma, { reviewer, now: new Date(), filter: { prompt: 3 } }),
  ] as const
}

/** All that they write, in whatever order. */
const written = async () => ({
  labels: (await store.prisma.sample.findMany({ orderBy: { prompt: 'asc' } })).map(({ label }) => label),
  reviews: await store.prisma.review.count(),
  actions: (await listAdminActions(store.prisma)).length,
  leased: await store.prisma.sample.count({ where: { leaseId: { not: null } } }),
})
/** The stack alone was leased before. */
const nothing = { labels: [null, null, null, null, null, null], reviews: 0, actions: 0, leased: 2 }
const everything = { labels: [1, 10, 10, null, 4, 4], reviews: 5, actions: 1, leased: 3 }

/** Nobody can change a sample until it is let go: whoever is about to has done half of their work, and waits. */
async function holdSamples() {
  const client = new Client({ connectionString: store.url })
  await client.connect()
  await client.query('begin; lock table "Sample" in share row exclusive mode')
  return {
    /** Resolves when so many wait. @returns their pids in Postgres */
    async waiting(count: number): Promise<number[]> {
      return vi.waitFor(async () => {
        const rows = await query<{ pid: number }>(
          store.url,
          `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
        expect(rows).toHaveLength(count)
        return rows.map(({ pid }) => pid)
      }, patience)
    },
    letGo: () => client.end(),
  }
}

test('[F15] kill -9 of a server in the midst of verdicts and a lease leaves nothing of any, and each can be given again', async () => {
  const held = await holdSamples()
  const script = `
    import { createPrisma } from '#server/store/prisma'
    import { createTestPool } from '#server/testing/database'
    import { labelAll } from '#server/store/samples/bulk-review'
    import { takeReviewQueue } from '#server/store/samples/review-queue'
    import { acceptStack } from '#server/store/samples/review-stack'
    import { saveReview } from '#server/store/samples/save-review'
    const prisma = createPrisma(createTestPool(process.env.DATABASE_URL))
    const { sampleId, stack } = ${JSON.stringify(work)}
    const reviewer = ${JSON.stringify(reviewer)}
    saveReview(prisma, { sampleId, reviewer, verdict: 1 })
    labelAll(prisma, { filter: { prompt: 2 }, label: 10, expected: 2, reviewer })
    acceptStack(prisma, { ...stack, doubted: [], reviewer })
    takeReviewQueue(prisma, { reviewer, now: new Date(), filter: { prompt: 3 } })`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    env: { ...process.env, DATABASE_URL: store.url },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  running.add(child)
  const pids = await held.waiting(atWork)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await held.letGo()
  await vi.waitFor(async () => {
    const alive = await query(
      store.url,
      `select from pg_stat_activity where pid = any('{${pids.join()}}'::int[])`,
    )
    expect(alive).toEqual([])
  }, patience)
  expect(await written()).toEqual(nothing)
  await Promise.all(startAll(work))
  expect(await written()).toEqual(everything)
})

test('[F15] a database that goes away in the midst of verdicts and a lease fails each, with nothing left of any', async () => {
  const held = await holdSamples()
  const settled = Promise.allSettled(startAll(work))
  const pids = await held.waiting(atWork)
  await query(store.url, `select ${pids.map((pid) => `pg_terminate_backend(${pid})`).join()}`)
  expect((await settled).map(({ status }) => status)).toEqual(Array(atWork).fill('rejected'))
  await held.letGo()
  expect(await written()).toEqual(nothing)
  await Promise.all(startAll(work))
  expect(await written()).toEqual(everything)
})

test('[F15] a disk that is full at the last thing that a verdict writes fails it, with nothing left of it', async () => {
  const name = `full_${randomUUID().slice(0, 8)}`
  await query(
    store.url,
    `create function ${name}() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`,
  )
  for (const table of ['Sample', 'AdminAction'])
    await query(
      store.url,
      `create trigger ${name} before insert or update on "${table}" for each row execute function ${name}()`,
    )
  const settled = await Promise.allSettled(startAll(work))
  expect(settled.map(({ status }) => status)).toEqual(Array(atWork).fill('rejected'))
  await query(store.url, `drop function ${name} cascade`)
  expect(await written()).toEqual(nothing)
  await Promise.all(startAll(work))
  expect(await written()).toEqual(everything)
})
