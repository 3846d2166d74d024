import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ModelRefusedError } from '#models/judge'
import { silentLog } from '#server/testing/database'
import { packed } from '#server/testing/scripted-classifier'
import type { Classifier } from './classifier'
import type { JudgeWorker } from './judge-worker'
import { unpackDrawings } from './packed-drawings'
import { openClassifierPool, type PoolOptions } from './pool'
import type { WorkerAnswer, WorkerQuestion } from './worker-messages'

const options = { modelsFolder: 'models', version: 'v1', engine: 'wasm', workers: 2, log: silentLog } as const

/** What a thread does with a question: answers it, or dies of it. */
type Behaviour = (question: WorkerQuestion) => WorkerAnswer | Error | Promise<WorkerAnswer>

let started: {
  readonly closed: () => boolean
  readonly die: (cause: Error) => void
  /** How many questions it has had. */
  readonly asked: () => number
}[]
let behave: Behaviour
let pool: Classifier | undefined

const wellBehaved: Behaviour = (question) =>
  question.type === 'load'
    ? { type: 'loaded' }
    : {
        type: 'classified',
        answers: unpackDrawings(question.drawings).map(([stroke]) => ({
          thousandths: [stroke?.[0]?.x ?? -1],
        })),
      }

beforeEach(() => {
  started = []
  behave = wellBehaved
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(async () => {
  vi.useRealTimers()
  await pool?.close()
  pool = undefined
})

/** Threads of which each test says how they behave. */
const startWorker: PoolOptions['startWorker'] = (_start, onDeath) => {
  let isClosed = false
  let death: Error | null = null
  const asked = new Set<(cause: Error) => void>()
  const die = (cause: Error) => {
    if (death) return
    death = cause
    for (const reject of asked) reject(cause)
    onDeath(cause)
  }
  let questions = 0
  started.push({ closed: () => isClosed, die, asked: () => questions })
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        questions++
        if (death) return reject(death)
        asked.add(reject)
        const met = behave(question)
        if (met instanceof Error) die(met)
        else void Promise.resolve(met).then(resolve)
      }),
    async close() {
      isClosed = true
      death ??= new Error('closed')
      for (const reject of asked) reject(death)
    },
  } satisfies JudgeWorker
}

async function open(changed: Partial<PoolOptions> = {}): Promise<Classifier> {
  pool = await openClassifierPool({ ...options, startWorker, ...changed })
  return pool
}

async function ask(number: number, version = 'v1'): Promise<readonly number[] | undefined> {
  return (await pool?.classify(packed([{ x: number, y: 0, t: 0 }]), version, 'CDFGH'))?.thousandths
}

/** Lets time pass up to the next timer. @returns how much, ms */
function timeToNextTimer(): number {
  const before = performance.now()
  vi.advanceTimersToNextTimer()
  return Math.round(performance.now() - before)
}

/** Lets promises settle until this is so; no timer comes due by it. */
async function settles(condition: () => boolean): Promise<void> {
  for (let turns = 0; !condition(); turns++) {
    if (turns > 1_000) throw new Error('it never came about')
    await new Promise(setImmediate)
  }
}

const poisonous = 13
const dieOf =
  (number: number): Behaviour =>
  (question) =>
    question.type === 'classify' &&
    unpackDrawings(question.drawings).some(([stroke]) => stroke?.[0]?.x === number)
      ? new Error('a drawing kills the thread')
      : wellBehaved(question)

test('judge pool: a drawing that kills two workers is given up, and those that were with it are too, but no others', async () => {
  behave = dieOf(poisonous)
  const { load } = await open()
  expect(load.workers).toBe(2)
  await expect(ask(poisonous)).rejects.toThrow('a drawing kills the thread')
  expect(await ask(7)).toEqual([7])
  await settles(() => started.length === 4)
  expect(await Promise.all([1, 2, 3].map((number) => ask(number)))).toEqual([[1], [2], [3]])
  expect(started).toHaveLength(4)
})

test('judge pool: a worker that dies while it is idle is replaced, and is asked nothing more', async () => {
  await open()
  started[1]?.die(new Error('out of memory'))
  expect(pool?.load.workers).toBe(1)
  expect(await ask(7)).toEqual([7])
  await settles(() => pool?.load.workers === 2)
  expect(await Promise.all([8, 9].map((number) => ask(number)))).toEqual([[8], [9]])
})

test('judge pool: a worker that has died idle is asked nothing while no other takes its place', async () => {
  await open()
  behave = (question) =>
    question.type === 'load' ? { type: 'refused', reason: 'no memory' } : wellBehaved(question)
  started[1]?.die(new Error('out of memory'))
  expect(await ask(7)).toEqual([7])
  expect(started.slice(0, 2).map(({ asked }) => asked())).toEqual([2, 1])
})

test('judge pool: what a worker is asked about when the pool closes is answered with that, and waits for nobody', async () => {
  await open({ workers: 1 })
  behave = (question) => (question.type === 'classify' ? new Promise(() => {}) : wellBehaved(question))
  const answer = ask(7)
  const failed = expect(answer).rejects.toThrow('closed')
  await settles(() => started[0]?.asked() === 2)
  await pool?.close()
  await failed
  expect(pool?.load.waiting).toBe(0)
})

test('judge pool: when a busy worker dies, the idle one beside it goes on', async () => {
  await open()
  behave = (question) => (question.type === 'classify' ? new Promise(() => {}) : wellBehaved(question))
  const answer = ask(7)
  // No other takes its place, and the drawing is retried by the one that is left.
  behave = (question) =>
    question.type === 'load' ? { type: 'refused', reason: 'no memory' } : wellBehaved(question)
  started.at(-1)?.die(new Error('killed'))
  expect(await answer).toEqual([7])
  expect(pool?.load).toMatchObject({ workers: 1, waiting: 0 })
})

test('judge pool: a worker that is ready only after the pool has closed is closed, too', async () => {
  await open({ workers: 1 })
  let ready = (_: WorkerAnswer) => {}
  behave = (question) =>
    question.type === 'load' ? new Promise((resolve) => (ready = resolve)) : wellBehaved(question)
  started[0]?.die(new Error('killed'))
  await settles(() => started.length === 2)
  await pool?.close()
  ready({ type: 'loaded' })
  await settles(() => started[1]?.closed() === true)
  expect(pool?.load.workers).toBe(0)
})

test('judge pool: a worker that does not start is tried again with exponential backoff, and then judges', async () => {
  await open({ workers: 1 })
  behave = (question) =>
    question.type === 'load' ? { type: 'refused', reason: 'no memory' } : new Error('never')
  started[0]?.die(new Error('killed'))
  const answer = ask(7)
  const waits: number[] = []
  for (let tries = 2; tries <= 12; tries++) {
    await settles(() => started.length === tries && vi.getTimerCount() === 1)
    expect(started.at(-1)?.closed()).toBe(true)
    waits.push(timeToNextTimer())
  }
  expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8].map((times) => times * (waits[0] ?? 0)))
  expect(waits.slice(-2)).toEqual([30_000, 30_000])
  behave = wellBehaved
  await settles(() => started.length === 13)
  if (pool?.load.workers === 0) vi.advanceTimersToNextTimer()
  expect(await answer).toEqual([7])
})

test('judge pool: one worker that cannot load the model ends the start, and leaves no thread behind', async () => {
  let loads = 0
  behave = (question) =>
    ++loads === 2 ? { type: 'refused', reason: 'the golden answers differ' } : wellBehaved(question)
  await expect(open()).rejects.toThrow(new ModelRefusedError('the golden answers differ'))
  expect(started.map(({ closed }) => closed())).toEqual([true, true])
})

test('judge pool: a model that refuses a batch fails it by its reason, and the worker goes on', async () => {
  await open({ workers: 1 })
  behave = (question) =>
    question.version === 'v2' ? { type: 'refused', reason: 'there is no v2' } : wellBehaved(question)
  await expect(ask(7, 'v2')).rejects.toThrow(new ModelRefusedError('there is no v2'))
  expect(await ask(7)).toEqual([7])
})

test('judge pool: an answer that is missing from a batch is an error of its own drawing', async () => {
  await open({ workers: 1 })
  behave = (question) =>
    question.type === 'classify' ? { type: 'classified', answers: [] } : wellBehaved(question)
  await expect(ask(7)).rejects.toThrow('no answer')
})

test('judge pool: a swap that one worker refuses keeps the version for games that begin', async () => {
  await open()
  behave = (question) =>
    question.version === 'v2' ? { type: 'refused', reason: 'does not fit' } : wellBehaved(question)
  await expect(pool?.swap('v2')).rejects.toThrow('does not fit')
  expect(pool?.judge).toEqual({ version: 'v1', engine: 'wasm' })
  behave = wellBehaved
  await pool?.swap('v2')
  expect(pool?.judge.version).toBe('v2')
})

test('judge pool: a worker that is started after a swap loads the version of the swap', async () => {
  const loaded: string[] = []
  behave = (question) => {
    if (question.type === 'load') loaded.push(question.version)
    return wellBehaved(question) as WorkerAnswer
  }
  await open({ workers: 1 })
  await pool?.swap('v2')
  started[0]?.die(new Error('killed'))
  await settles(() => loaded.length === 3)
  expect(loaded).toEqual(['v1', 'v2', 'v2'])
})

test('judge pool: when it closes, what is judged or waits is refused, what comes later too, and all threads end', async () => {
  behave = (question) => (question.type === 'load' ? { type: 'loaded' } : new Promise(() => {}))
  await open({ workers: 1 })
  const ends = Promise.allSettled([1, 2, 3].map((number) => ask(number)))
  await pool?.close()
  expect(await ends).toMatchObject([1, 2, 3].map(() => ({ status: 'rejected' })))
  await expect(ask(4)).rejects.toThrow('the judge has gone')
  expect(started.map(({ closed }) => closed())).toEqual([true])
})

test('judge pool: its load says how many workers judge and how many drawings wait', async () => {
  behave = (question) => (question.type === 'load' ? { type: 'loaded' } : new Promise(() => {}))
  await open()
  for (const number of [1, 2, 3, 4, 5]) {
    void ask(number).catch(() => {})
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(pool?.load).toMatchObject({ workers: 2, waiting: 3 })
})

test('judge pool: its load says for how long a worker was busy, on the mean of two', async () => {
  let answer = () => {}
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  behave = async (question) => {
    if (question.type === 'classify') await answered
    return wellBehaved(question) as WorkerAnswer
  }
  await open()
  const asked = ask(7)
  await new Promise((resolve) => setImmediate(resolve))
  vi.advanceTimersByTime(80)
  answer()
  await asked
  vi.advanceTimersByTime(1_000)
  expect(pool?.load.busyMs).toBe(40)
})
