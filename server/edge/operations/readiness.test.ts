import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createScriptedClassifier } from '#server/testing/scripted-classifier'
import { checkDisk, checkJournal, checkJudge, checkOutbox, checkPages, checkReadiness } from './readiness'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('readyz: each part is checked at most once a second', async () => {
  const disk = vi.fn(async () => {})
  const checks = { disk }
  const ready = { isReady: true, parts: { disk: 'ok' } }
  expect(await Promise.all([checkReadiness(checks), checkReadiness(checks)])).toEqual([ready, ready])
  expect(await checkReadiness(checks)).toEqual(ready)
  expect(disk).toHaveBeenCalledTimes(1)

  vi.advanceTimersByTime(1_000)
  disk.mockRejectedValueOnce(new Error('gone'))
  expect(await checkReadiness(checks)).toEqual({ isReady: false, parts: { disk: 'fails' } })
})

describe('on what there is', () => {
  let folder: string
  beforeEach(async () => {
    vi.useRealTimers()
    folder = await mkdtemp(path.join(tmpdir(), 'readiness-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  test('readyz: a disk that takes a file is ready, and nothing is left on it', async () => {
    await checkDisk(folder)
    expect(await readdir(folder)).toEqual([])
  })

  test('readyz: a data folder that is gone is named as a disk that takes no file', async () => {
    await expect(checkDisk(path.join(folder, 'gone'))).rejects.toThrow('takes no file (ENOENT)')
  })
})

test('readyz: a judge without a worker is not ready', async () => {
  const load = { ...createScriptedClassifier(() => 7).load, workers: 0 }
  await expect(checkJudge({ load })).rejects.toThrow('no worker runs')
  await checkJudge({ load: { ...load, workers: 1 } })
})

test('readyz: pages that nobody renders are not ready, however many wait for them', async () => {
  const load = { isRunning: false, replaced: 2, waiting: 3 }
  await expect(checkPages({ load })).rejects.toThrow('no process renders them')
  await checkPages({ load: { ...load, isRunning: true } })
})

test('readyz: one result that only memory holds is one too many; on disk some hundred may wait for the database', async () => {
  await checkOutbox({ depth: 500, unwritten: 0 })
  await expect(checkOutbox({ depth: 501, unwritten: 0 })).rejects.toThrow('501 results wait for the database')
  await expect(checkOutbox({ depth: 1, unwritten: 1 })).rejects.toThrow('1 results wait for the disk')
  await checkJournal({ unwritten: 0 })
  await expect(checkJournal({ unwritten: 2 })).rejects.toThrow('2 wait for the disk')
})
