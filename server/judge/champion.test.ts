import { unwatchFile, watchFile } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createManualClock, type ManualClock } from '#server/testing/manual-clock'
import { createScriptedClassifier } from '#server/testing/scripted-classifier'
import { followChampion, openChampion } from './champion'
import type { Classifier } from './classifier'
import type { PoolOptions } from './pool'

let modelsFolder: string
let lines: string[]
const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line).msg) })

beforeEach(async () => {
  lines = []
  modelsFolder = await mkdtemp(path.join(tmpdir(), 'champion-'))
  await promote('digits-v1')
})
afterEach(() => rm(modelsFolder, { recursive: true }))

async function promote(version: string): Promise<void> {
  await mkdir(path.join(modelsFolder, version), { recursive: true })
  const file = path.join(modelsFolder, 'champion.json')
  // At once: whoever looks must not find half of it.
  await writeFile(`${file}.new`, JSON.stringify({ version }))
  await rename(`${file}.new`, file)
}

/** Threads that load the model, but for an engine that is missing on this machine. */
const startWorkerWithout =
  (missing: 'native' | 'wasm' | null): PoolOptions['startWorker'] =>
  ({ engine }) => ({
    ask: async () =>
      engine === missing ? { type: 'refused', reason: `no ${engine}\nstack` } : { type: 'loaded' },
    close: async () => {},
  })

test.each([
  ['the native engine where it is asked for and loads', 'native', null, 'native'],
  ['WASM where the native engine is asked for and does not load', 'native', 'native', 'wasm'],
  ['WASM where it is asked for, though the native engine loads', 'wasm', null, 'wasm'],
] as const)('champion: it judges with %s', async (_, engine, missing, expected) => {
  const startWorker = startWorkerWithout(missing)
  const classifier = await openChampion({ modelsFolder, engine, workers: 2, log, startWorker })
  expect(classifier.judge).toEqual({ version: 'digits-v1', engine: expected })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(`digits-v1 judges with ${expected} on 2 workers`)
  if (engine !== expected) expect(lines[0]).toMatch(/no native\)$/)
  await classifier.close()
})

test('champion: one that fits no engine stops the start', async () => {
  const startWorker = startWorkerWithout('wasm')
  const opening = openChampion({ modelsFolder, engine: 'wasm', workers: 1, log, startWorker })
  await expect(opening).rejects.toThrow('no wasm')
})

/** Follows a champion that a test promotes; a swap is refused until the test says that the files are there. */
function follow(clock: ManualClock) {
  const tried: number[] = []
  const classifier: Classifier & { isRefusing: boolean } = Object.assign(
    createScriptedClassifier(() => 7),
    { isRefusing: true },
  )
  const { swap } = classifier
  classifier.swap = async (version) => {
    tried.push(clock.now())
    if (classifier.isRefusing) throw new Error('its files are not there yet')
    await swap(version)
  }
  const stop = followChampion(modelsFolder, classifier, { clock, log })
  return { classifier, tried, stop }
}

test('champion: a file that is written anew and names the same version changes nothing', async () => {
  const { classifier, tried, stop } = follow(createManualClock())
  classifier.isRefusing = false
  const file = path.join(modelsFolder, 'champion.json')
  const seen = new Promise<void>((resolve) => watchFile(file, { interval: 100 }, () => resolve()))
  await promote('digits-v1')
  await seen
  await promote('digits-v2')
  // One look comes after the other.
  await vi.waitFor(() => expect(lines.at(-1)).toContain('digits-v2 judges from now on'), { timeout: 60_000 })
  expect(tried).toHaveLength(1)
  expect(lines).toHaveLength(1)
  unwatchFile(file)
  stop()
})

test('champion: one that cannot be loaded is tried again with exponential backoff, until it can', async () => {
  const clock = createManualClock()
  const { classifier, tried, stop } = follow(clock)
  await promote('digits-v2')
  await vi.waitFor(() => expect(clock.waiting).toBe(1), { timeout: 60_000 })
  const first = 2_000
  for (const [index, waitMs] of [1, 2, 4, 8, 16, 30, 30].map((times) => times * first).entries()) {
    clock.advance(waitMs - 1)
    expect(clock.waiting).toBe(1)
    clock.advance(1)
    await vi.waitFor(() => expect([tried.length, clock.waiting]).toEqual([index + 2, 1]), { timeout: 60_000 })
  }
  classifier.isRefusing = false
  clock.advance(60_000)
  await vi.waitFor(() => expect(lines.at(-1)).toContain('digits-v2 judges from now on'), { timeout: 60_000 })
  expect(clock.waiting).toBe(0)
  stop()
})

test('champion: who stops following does not look at the file any more', async () => {
  const { classifier, tried, stop } = follow(createManualClock())
  classifier.isRefusing = false
  stop()
  const file = path.join(modelsFolder, 'champion.json')
  const seen = new Promise<void>((resolve) => watchFile(file, { interval: 100 }, () => resolve()))
  await promote('digits-v2')
  await seen
  // Whoever still followed would be reading it by now.
  for (let reads = 0; reads < 5; reads++) await readFile(file)
  expect(tried).toEqual([])
  unwatchFile(file)
})

test('champion: who stops following is not woken by a try that was still to come', async () => {
  const clock = createManualClock()
  const { tried, stop } = follow(clock)
  await promote('digits-v2')
  await vi.waitFor(() => expect(clock.waiting).toBe(1), { timeout: 60_000 })
  stop()
  expect(clock.waiting).toBe(0)
  clock.advance(120_000)
  expect(tried).toHaveLength(1)
})
