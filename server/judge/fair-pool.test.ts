import { expect, test } from 'vitest'
import { silentLog } from '#server/testing/database'
import { createManualClock } from '#server/testing/manual-clock'
import { packed } from '#server/testing/scripted-classifier'
import { type Classifier, OverloadedError } from './classifier'
import type { JudgeWorker } from './judge-worker'
import { unpackDrawings } from './packed-drawings'
import { openClassifierPool } from './pool'
import type { WorkerAnswer, WorkerQuestion } from './worker-messages'

type Classify = Extract<WorkerQuestion, { type: 'classify' }>

const poolOptions = {
  modelsFolder: 'models',
  version: 'v1',
  engine: 'wasm',
  workers: 1,
  log: silentLog,
} as const

/** A pool of one worker that answers a batch when the test says so, or dies. Drawings are known by a number. */
async function openPool() {
  const asked: { batch: number[]; version: string; answer: () => void }[] = []
  let die = (_cause: Error) => {}
  const startWorker = (_start: unknown, onDeath: (cause: Error) => void): JudgeWorker => {
    const rejects: ((cause: Error) => void)[] = []
    die = (cause) => {
      for (const reject of rejects.splice(0)) reject(cause)
      onDeath(cause)
    }
    return {
      ask: (question) =>
        new Promise<WorkerAnswer>((resolve, reject) => {
          if (question.type === 'load') return resolve({ type: 'loaded' })
          rejects.push(reject)
          asked.push({ ...readBatch(question), answer: () => resolve(answerTo(question)) })
        }),
      close: async () => {},
    }
  }
  const pool = await openClassifierPool({ ...poolOptions, startWorker })
  let answered = 0
  /** Answers what the worker judges. @returns what it judges then */
  const next = async () => {
    asked[answered]?.answer()
    answered++
    await expect.poll(() => asked.length).toBeGreaterThan(answered)
    return asked[answered]?.batch ?? []
  }
  return { pool, asked, next, die: (cause: Error) => die(cause) }
}

function readBatch({ version, drawings }: Classify) {
  return { version, batch: unpackDrawings(drawings).map((strokes) => strokes[0]?.[0]?.x ?? -1) }
}

function answerTo({ drawings }: Classify): WorkerAnswer {
  return { type: 'classified', answers: unpackDrawings(drawings).map(() => ({ thousandths: [1000] })) }
}

const ask = (pool: Classifier, room: string, number: number, version = 'v1') =>
  pool.classify(packed([{ x: number, y: 0, t: 0 }]), version, room)

/** What is asked in one turn of the event loop goes to the worker together. */
const turn = () => new Promise((resolve) => setImmediate(resolve))

/** So many that the worker has its hands full, and the rest waits. */
function occupy(pool: Classifier, room: string, from: number, count: number) {
  return Array.from({ length: count }, (_, index) => ask(pool, room, from + index).catch(() => null))
}

test('judge queue: rooms have their turns, and one that asks rarely is in the very next batch', async () => {
  const { pool, asked, next } = await openPool()
  void ask(pool, 'first', 0)
  await turn()
  for (let room = 0; room < 8; room++) occupy(pool, `room ${room}`, 100 * room, 12)
  void ask(pool, 'quiet', 9_999)
  expect(asked[0]?.batch).toEqual([0])
  const batch = await next()
  expect(batch[0]).toBe(9_999)
  const ofRoom = (room: number) => batch.filter((number) => Math.floor(number / 100) === room).length
  const shares = Array.from({ length: 8 }, (_, room) => ofRoom(room))
  expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1)
})

test('judge queue: the newest drawing of a room is first, and its oldest does not wait for ever', async () => {
  const { pool, next } = await openPool()
  void ask(pool, 'another', 0)
  await turn()
  void occupy(pool, 'room', 1, 4)
  expect(await next()).toEqual([4, 1, 3, 2])
})

test('judge queue: a full one gives up the oldest drawing of the room that has most waiting', async () => {
  const { pool, next } = await openPool()
  const quiet = ask(pool, 'quiet', 0)
  await turn()
  const waiting = ask(pool, 'quiet', 1)
  const many = Array.from({ length: 1_025 }, (_, index) => ask(pool, 'loud', 10 + index))
  const ends = Promise.allSettled(many.slice(0, 2))
  await next()
  await quiet
  expect(await ends).toMatchObject([
    { status: 'rejected', reason: expect.any(OverloadedError) },
    { status: 'rejected', reason: expect.any(OverloadedError) },
  ])
  void Promise.allSettled(many)
  await next()
  await waiting
})

test('judge queue: 1,024 drawings wait, and with one more there are as many', async () => {
  const { pool } = await openPool()
  const ends = [ask(pool, 'busy', 0)]
  await turn()
  for (let index = 0; index < 1_024; index++) ends.push(ask(pool, 'loud', index))
  expect(pool.load.waiting).toBe(1_024)
  ends.push(ask(pool, 'loud', 1_024))
  expect(pool.load.waiting).toBe(1_024)
  const given = await Promise.race(ends.map((end, index) => end.catch(() => index)))
  expect(given).toBe(1)
})

test('judge queue: who asks last gives nothing up where another room has more waiting', async () => {
  const { pool, next } = await openPool()
  const busy = ask(pool, 'loud', 0)
  await turn()
  const many = Array.from({ length: 1_024 }, (_, index) => ask(pool, 'loud', 10 + index))
  const oldest = Promise.allSettled(many.slice(0, 1))
  const quiet = ask(pool, 'quiet', 1)
  await next()
  await busy
  expect(await oldest).toMatchObject([{ status: 'rejected', reason: expect.any(OverloadedError) }])
  void Promise.allSettled(many)
  await next()
  await quiet
})

test('judge queue: nobody waits for more than one long scribble, which has a batch of its own', async () => {
  const { pool, next } = await openPool()
  const scribble = (number: number) =>
    void pool.classify(packed(Array.from({ length: 900 }, () => ({ x: number, y: 0, t: 0 }))), 'v1', 'loud')
  scribble(0)
  await turn()
  for (const number of [1, 2]) scribble(number)
  void ask(pool, 'quiet', 3)
  expect([await next(), await next(), await next()]).toEqual([[3], [2], [1]])
})

/** Pens that have new ink every 30 ms, judged in batches of 60 ms. @returns how long each waited for an answer at most, ms */
async function playFor(ms: number, pens: readonly { room: string; points: number }[]) {
  const clock = createManualClock()
  const batchAnswered = (question: WorkerQuestion) =>
    new Promise<WorkerAnswer>((resolve) => {
      if (question.type === 'load') return resolve({ type: 'loaded' })
      clock.wakeAt(clock.now() + 60, () => resolve(answerTo(question)))
    })
  const pool = await openClassifierPool({
    ...poolOptions,
    startWorker: () => ({ ask: batchAnswered, close: async () => {} }),
  })
  const waits = pens.map(() => [] as number[])
  const waitingSince = pens.map(() => null as number | null)
  const write = async (pen: number, room: string, points: number) => {
    if (waitingSince[pen] !== null) return
    waitingSince[pen] = clock.now()
    await pool.classify(packed(Array.from({ length: points }, () => ({ x: pen, y: 0, t: 0 }))), 'v1', room)
    waits[pen]?.push(clock.now() - (waitingSince[pen] ?? 0))
    waitingSince[pen] = null
  }
  for (let passed = 0; passed < ms; passed += 10) {
    pens.forEach(({ room, points }, pen) => {
      if ((passed + pen * 10) % 30 === 0) void write(pen, room, points)
    })
    clock.advance(10)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return pens.map((_, pen) =>
    Math.max(...(waits[pen] ?? []), clock.now() - (waitingSince[pen] ?? clock.now())),
  )
}

test('judge queue: a scribble too large for any batch with others is judged, however busy its room and others are', async () => {
  const small = (room: string, count: number) => Array.from({ length: count }, () => ({ room, points: 60 }))
  const long = { room: 'one', points: 520 }
  for (const [own, others] of [
    [8, 4],
    [7, 5],
    [9, 9],
  ] as const) {
    const longest = await playFor(6_000, [...small('one', own), ...small('other', others), long])
    expect(Math.max(...longest), `${own} beside it, ${others} elsewhere`).toBeLessThan(1_000)
  }
})

test('judge queue: what is asked in one turn of the event loop is one batch', async () => {
  const { pool, asked } = await openPool()
  for (const number of [1, 2, 3]) void ask(pool, `room ${number}`, number)
  expect(asked).toEqual([])
  await turn()
  expect(asked.map(({ batch }) => batch.toSorted())).toEqual([[1, 2, 3]])
})

test('judge queue: a worker has its next batch before it is done with the one before, if that batch is whole, and no third', async () => {
  const { pool, asked, next } = await openPool()
  void ask(pool, 'room', 0)
  await turn()
  occupy(pool, 'room', 1, 31)
  await turn()
  expect(asked).toHaveLength(1)
  occupy(pool, 'room', 32, 50)
  await turn()
  expect(asked.map(({ batch }) => batch.length)).toEqual([1, 32])
  await next()
  await turn()
  expect(asked.map(({ batch }) => batch.length)).toEqual([1, 32, 32])
})

test('judge queue: drawings for two versions are judged by theirs, whoever waits in between', async () => {
  const { pool, asked, next } = await openPool()
  void ask(pool, 'first', 0)
  await turn()
  void ask(pool, 'old', 1, 'v1')
  void ask(pool, 'new', 2, 'v2')
  void ask(pool, 'old', 3, 'v1')
  const batches = [await next(), await next()]
  expect(asked.slice(1).map(({ version }) => version)).toEqual(['v2', 'v1'])
  expect(batches).toEqual([[2], [3, 1]])
})

test('judge queue: what a worker had when it died is asked once more, and answered', async () => {
  const { pool, asked, die } = await openPool()
  const answers = [ask(pool, 'room', 0), ask(pool, 'room', 1)]
  await turn()
  die(new Error('killed'))
  await expect.poll(() => asked.length).toBe(2)
  asked.at(-1)?.answer()
  expect(await Promise.all(answers)).toEqual([{ thousandths: [1000] }, { thousandths: [1000] }])
})
