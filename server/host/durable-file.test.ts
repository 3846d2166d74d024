import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sweepDrafts, writeDurably } from './durable-file'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'durable-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('durable file: the new content replaces the old one whole, for its owner alone', async () => {
  const file = path.join(folder, 'job.json')
  await writeDurably(file, 'a longer text')
  await writeDurably(file, 'short')
  expect(await readFile(file, 'utf8')).toBe('short')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readdir(folder)).toEqual(['job.json'])
})

test('durable file: a write that fails is reported, and leaves no draft on a disk that is full already', async () => {
  await mkdir(path.join(folder, 'job.json'))
  await expect(writeDurably(path.join(folder, 'job.json'), 'text')).rejects.toThrow('EISDIR')
  expect(await readdir(folder)).toEqual(['job.json'])
})

test('durable file: what a killed process left is removed, and nothing else', async () => {
  const kept = ['1-2.json', '1-2.json.refused']
  for (const name of [...kept, `1-2.json.${crypto.randomUUID()}`])
    await writeFile(path.join(folder, name), '')
  await sweepDrafts(folder)
  expect((await readdir(folder)).sort()).toEqual(kept)
})
