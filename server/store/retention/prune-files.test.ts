import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pruneFiles } from './prune-files'

const before = new Date('2026-10-29T00:00:00Z')
let dataFolder: string
beforeEach(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), 'prune-files-'))
})
afterEach(() => rm(dataFolder, { recursive: true }))

/** @param ageMs how long before the limit it was written */
async function write(folder: string, name: string, ageMs: number, bytes = 1) {
  const file = path.join(dataFolder, folder, name)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, 'x'.repeat(bytes))
  const at = new Date(before.getTime() - ageMs)
  await utimes(file, at, at)
}

const left = async (folder: string) => (await readdir(path.join(dataFolder, folder))).sort()

test('[C10] dead letters: those older than the limit go from each folder, and one of the very limit stays', async () => {
  await write('outbox', 'a-0.json.refused', 1_000, 20)
  await write('outbox', 'b-0.json.refused', 0, 30)
  await write('outbox', 'c-0.json', 99_000, 40)
  await write('rooms', 'CDFGH.1.ndjson.unreadable', 1_000, 50)
  await write('rooms', 'CDFGH.2.ndjson', 99_000, 60)
  expect(await pruneFiles(dataFolder, before, true)).toEqual({ rows: 2, bytes: 70 })
  expect([await left('outbox'), await left('rooms')].flat()).toHaveLength(5)
  expect(await pruneFiles(dataFolder, before, false)).toEqual({ rows: 2, bytes: 70 })
  expect(await left('outbox')).toEqual(['b-0.json.refused', 'c-0.json'])
  expect(await left('rooms')).toEqual(['CDFGH.2.ndjson'])
})

test('dead letters: a folder that is not there holds none, and one that cannot be read is a fault', async () => {
  expect(await pruneFiles(dataFolder, before, false)).toEqual({ rows: 0, bytes: 0 })
  await writeFile(path.join(dataFolder, 'rooms'), 'no folder')
  await expect(pruneFiles(dataFolder, before, false)).rejects.toThrow('ENOTDIR')
})
