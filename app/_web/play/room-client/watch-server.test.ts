import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchServer } from './watch-server'

/** What answers in the server's place, or with its voice. */
let answers: () => Promise<Response>
let asked: string[]
let told: boolean[]
let stop: () => void

beforeEach(() => {
  asked = []
  told = []
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    return answers()
  })
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** Step by step, each with what an answer needs to be read. */
async function watchFor(ms: number): Promise<void> {
  for (const stepMs of [ms, 0, 0]) {
    vi.advanceTimersByTime(stepMs)
    for (let turns = 0; turns < 5; turns++) await new Promise(setImmediate)
  }
}

const watch = (inMs: number) => {
  stop = watchServer(performance.now() + inMs, (doesAnswer) => told.push(doesAnswer))
}

test('[P6] server watch: the answer is there when somebody has waited long enough to be told, and not told before', async () => {
  answers = async () => new Response('ok')
  watch(4_500)
  await watchFor(2_499)
  expect(asked).toEqual([])
  await watchFor(1)
  expect(asked).toEqual(['/healthz'])
  await watchFor(1_999)
  expect(told).toEqual([])
  await watchFor(1)
  expect(told).toEqual([true])
})

test('[P6] server watch: who has waited for long is told at once, and again when it is another', async () => {
  answers = async () => new Response('ok')
  watch(-60_000)
  await watchFor(0)
  expect(told).toEqual([true])
  answers = () => Promise.reject(new TypeError('fetch failed'))
  await watchFor(2_999)
  expect(asked).toHaveLength(1)
  await watchFor(1)
  expect(told).toEqual([true, false])
})

test.each([
  ['nothing answers', () => Promise.reject(new TypeError('fetch failed'))],
  ['a hotel’s page answers in its place', async () => new Response('<h1>Welcome to our lobby</h1>')],
  ['a proxy answers that there is no server', async () => new Response('ok', { status: 502 })],
])('[P6] server watch: it does not answer where %s', async (_, answer) => {
  answers = answer
  watch(0)
  await watchFor(0)
  expect(told).toEqual([false])
})

test('server watch: who has stopped watching is told nothing, whatever was on its way', async () => {
  let arrive = (_: Response) => {}
  answers = () => new Promise((resolve) => (arrive = resolve))
  watch(0)
  await watchFor(0)
  expect(asked).toHaveLength(1)
  stop()
  arrive(new Response('ok'))
  await watchFor(10_000)
  expect(told).toEqual([])
  answers = async () => new Response('ok')
  watch(0)
  await watchFor(0)
  stop()
  await watchFor(10_000)
  expect(told).toEqual([true])
  expect(asked).toHaveLength(2)
})
