import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { causeOf } from './run-cause'
import { listRuns, openRunFile, pruneRuns } from './run-file'
import { mostLosses, silentMs } from './run-schema'

let folder: string
let now: number
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runs-'))
  now = 1_790_000_000_000
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const open = () => openRunFile(folder, () => now)
const point = { epoch: 1, loss: 0.4, pictures: 0.99, digits: 0.97, falseLocks: 0.05 }

test('[F22] run: its file tells step, pace and loss while it lasts, and how it ended', async () => {
  const run = open()
  run.tell({ version: 'digits-v3', datasets: ['may'], players: { samples: 60, contributors: 9, gold: 4 } })
  expect(await listRuns(folder, now)).toMatchObject([{ state: 'loading', version: 'digits-v3', steps: 0 }])
  for (let step = 1; step <= 50; step++) {
    now += 1_000
    run.step(step, 200, 2 / step)
  }
  run.epoch(point)
  const [running] = await listRuns(folder, now)
  expect(running).toMatchObject({
    state: 'training',
    step: 50,
    steps: 200,
    datasets: ['may'],
    epochs: [point],
  })
  expect(running?.etaMs).toBe(150_000)
  expect(running?.losses.at(-1)).toEqual([50, 2 / 50])
  run.end('failed', 'ENOSPC: no space left on device')
  expect(await listRuns(folder, now + 1e9)).toMatchObject([
    { state: 'failed', reason: 'ENOSPC: no space left on device', endedAt: now, etaMs: null },
  ])
})

test('[F22] run: one that was killed is lost once nothing was heard of it, one that ended never', async () => {
  open()
  expect(await listRuns(folder, now + silentMs)).toMatchObject([{ state: 'loading' }])
  expect(await listRuns(folder, now + silentMs + 1)).toMatchObject([{ state: 'lost' }])
})

test('[F22] run: what was done before it was taken up again does not count for its pace', async () => {
  const run = open()
  run.resume(100, 200)
  for (const step of [101, 102, 103]) {
    now += 2_000
    run.step(step, 200, 1)
  }
  expect(await listRuns(folder, now)).toMatchObject([{ resumedAt: 100, etaMs: 97 * 2_000 }])
})

test('[F22] run: its loss is told from the first step to the last, however many there are', async () => {
  const run = open()
  for (let step = 1; step <= 100_000; step++) run.step(step, 100_000, 1)
  const [told] = await listRuns(folder, now)
  expect(told?.losses.length).toBeGreaterThan(mostLosses / 4)
  expect(told?.losses.length).toBeLessThanOrEqual(mostLosses)
  expect(told?.losses.at(-1)?.[0]).toBe(100_000)
})

test('[F22] run: a disk that takes nothing keeps it from nothing, and leaves nothing half written', async () => {
  const taken = join(folder, 'taken')
  await writeFile(taken, 'a file where the folder should be')
  const run = openRunFile(taken, () => now)
  run.step(1, 2, 0.5)
  run.end('finished')
  expect(await readFile(taken, 'utf8')).toContain('a file')
  expect(await listRuns(taken, now)).toEqual([])
})

test('[F22] run: what is no run in the folder is passed over, and the oldest of many go', async () => {
  await writeFile(join(folder, 'broken.json'), '{"format":')
  await writeFile(join(folder, 'notes.txt'), 'mine')
  await mkdir(join(folder, 'more.json'))
  expect(await listRuns(folder, now)).toEqual([])
  await rm(join(folder, 'more.json'), { recursive: true })
  await rm(join(folder, 'broken.json'))
  for (let index = 10; index < 65; index++) await writeFile(join(folder, `202611${index}.json`), '{}')
  await pruneRuns(folder)
  const names = (await readdir(folder)).sort()
  expect([names.length, names[0], names.at(-1)]).toEqual([51, '20261115.json', 'notes.txt'])
})

test('[F16] training run: what ended it is told as what a person can do something about', () => {
  const cause = (reason: string) => causeOf({ state: 'failed', reason })
  expect(cause('/models/digits-v8 could not be written: ENOSPC: no space left on device, write')).toBe('disk')
  expect(cause("EACCES: permission denied, mkdir '/models/digits-v8'")).toBe('rights')
  expect(cause('Worker terminated due to reaching memory limit: JS heap out of memory')).toBe('memory')
  expect(cause('the loss of step 7 of 9 is no number')).toBe('other')
  expect(causeOf({ state: 'stopped', reason: 'stopped by SIGTERM' })).toBe('stopped')
  expect(causeOf({ state: 'lost', reason: null })).toBe('lost')
  expect([
    causeOf({ state: 'finished', reason: null }),
    causeOf({ state: 'training', reason: null }),
  ]).toEqual([null, null])
})

test('[F16] training run: on a disk that takes no other file any more it still says why it failed', async () => {
  const run = openRunFile(folder, () => now)
  run.step(1, 9, 2)
  // Nothing can be written beside the file.
  await mkdir(join(folder, `${run.id}.json.part`, 'taken'), { recursive: true })
  const reason = 'ENOSPC: no space left on device '.repeat(60)
  run.end('failed', reason)
  expect(await listRuns(folder, now)).toMatchObject([{ state: 'failed', reason }])
})
