import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ensureAdminPassword, isAdminPassword } from './admin'

let dataFolder: string
beforeEach(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), 'admin-'))
})
afterEach(() => rm(dataFolder, { recursive: true }))

test('admin password: the first start makes one, shows it once and keeps only its hash', async () => {
  const password = (await ensureAdminPassword({ dataFolder })) ?? ''
  expect(password).toHaveLength(16)
  expect(await ensureAdminPassword({ dataFolder })).toBeNull()
  expect(await isAdminPassword({ dataFolder }, password)).toBe(true)
  expect(await isAdminPassword({ dataFolder }, `${password}x`)).toBe(false)
  const [file = ''] = await readdir(dataFolder)
  expect(await readFile(path.join(dataFolder, file), 'utf8')).not.toContain(password)
})

test('admin password: two processes that start at once agree on one', async () => {
  const made = await Promise.all([ensureAdminPassword({ dataFolder }), ensureAdminPassword({ dataFolder })])
  const shown = made.filter((password) => password !== null)
  expect(shown).toHaveLength(1)
  expect(await isAdminPassword({ dataFolder }, shown[0] ?? '')).toBe(true)
})

test('admin password: a configured one is the only one, and nothing of it is stored', async () => {
  const config = { dataFolder, adminPassword: 'correct horse' }
  expect(await ensureAdminPassword(config)).toBeNull()
  expect(await isAdminPassword(config, 'correct horse')).toBe(true)
  expect(await isAdminPassword(config, 'correct horse ')).toBe(false)
  expect(await readdir(dataFolder)).toEqual([])
})

test('admin password: without one nobody is the admin', async () => {
  expect(await isAdminPassword({ dataFolder }, '')).toBe(false)
})
