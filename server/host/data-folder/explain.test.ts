import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimDataFolder } from '#server/host/data-folder/claim'
import { explainStart } from '#server/host/data-folder/explain'
import { PostgresStartError } from '#server/host/postgres/postgres-process'
import { silentLog } from '#server/testing/database'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'explain-'))
})
afterAll(() => rm(folder, { recursive: true }))

const failed = (code: string, message = `${code}: it failed`) => Object.assign(new Error(message), { code })

test.each([
  ['a full disk', failed('ENOSPC'), 'The disk of /data is full.'],
  ['a used-up quota', failed('EDQUOT'), 'The disk of /data is full.'],
  [
    'a disk on which initdb found no room',
    new PostgresStartError('wrote only 4096 of 8192. Check free disk space.'),
    'The disk of /data is full.',
  ],
  ['a disk that is read-only', failed('EROFS'), '/data is on a disk that is read-only.'],
  ['a folder of somebody else', failed('EACCES'), '/data may not be read and written by this user.'],
  ['a folder that cannot be made', failed('ENOENT'), '/data cannot be made or found.'],
])('start: %s is said in one line that names the data folder and a way out', (_, error, line) => {
  const said = explainStart(error, '/data')
  expect(said).toContain(line)
  expect(said).toMatch(/choose another folder with DATA_FOLDER\.$/)
})

test.each(['file', 'file/data'])('start: a file in place of the data folder is named (%s)', async (name) => {
  await writeFile(path.join(folder, 'file'), '')
  const data = path.join(folder, name)
  const error = await claimDataFolder(data, silentLog).catch((error) => error)
  expect(explainStart(error, data)).toContain(`${data} is not a folder.`)
})

test.runIf(process.platform === 'linux').each([
  ['/proc/x', '/proc/x cannot be made or found.'],
  ['/proc/x/y', '/proc/x cannot be made or found.'],
  ['/dev/null/x', '/dev/null/x is not a folder.'],
  [`/${'x'.repeat(300)}`, 'is longer than a path may be.'],
  [`${'/x'.repeat(3_000)}`, 'is longer than a path may be.'],
])('start: a data folder that nobody can make (%#) is said in one line', async (data, line) => {
  const error = await claimDataFolder(data, silentLog).catch((error) => error)
  expect(explainStart(error, data)).toContain(line)
})

test('start: a link that leads nowhere in place of the data folder is named', async () => {
  const data = path.join(folder, 'link')
  await symlink(path.join(folder, 'nowhere'), data)
  const error = await claimDataFolder(data, silentLog).catch((error) => error)
  expect(explainStart(error, data)).toContain(`${data} is not a folder.`)
})

test.each([
  ['a port in use', failed('EADDRINUSE', 'Port 3000 is in use.')],
  ['a port that is not allowed', Object.assign(failed('EACCES'), { syscall: 'listen' })],
  ['a right that is missing in a database', failed('42501', 'permission denied for schema public')],
  ['a full disk of a database elsewhere', failed('53100', 'could not extend file: No space left on device')],
  [
    'a file of the program that is missing',
    Object.assign(failed('ENOENT'), { path: '/elsewhere/model.json' }),
  ],
])('start: %s has nothing to do with the data folder, and is passed on as it is', (_, error) => {
  expect(explainStart(error, folder)).toBe(error.message)
})
