import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ensureAdminPassword, isAdminPassword, isAdminSeal, sealAdmin } from './admin'

const secret = 'a secret that is long enough to seal with'
let dataFolder: string
beforeEach(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), 'admin-'))
})
afterEach(() => rm(dataFolder, { recursive: true }))

test('the first start makes a password, shows it once and keeps only its hash', async () => {
  const password = (await ensureAdminPassword({ dataFolder })) ?? ''
  expect(password).toHaveLength(16)
  expect(await ensureAdminPassword({ dataFolder })).toBeNull()
  expect(await isAdminPassword({ dataFolder }, password)).toBe(true)
  expect(await isAdminPassword({ dataFolder }, `${password}x`)).toBe(false)
  const [file = ''] = await readdir(dataFolder)
  expect(await readFile(path.join(dataFolder, file), 'utf8')).not.toContain(password)
})

test('two processes that start at the same time agree on one password', async () => {
  const made = await Promise.all([ensureAdminPassword({ dataFolder }), ensureAdminPassword({ dataFolder })])
  const shown = made.filter((password) => password !== null)
  expect(shown).toHaveLength(1)
  expect(await isAdminPassword({ dataFolder }, shown[0] ?? '')).toBe(true)
})

test('a configured password is the only one, and nothing is kept of it', async () => {
  const config = { dataFolder, adminPassword: 'correct horse' }
  expect(await ensureAdminPassword(config)).toBeNull()
  expect(await isAdminPassword(config, 'correct horse')).toBe(true)
  expect(await isAdminPassword(config, 'correct horse ')).toBe(false)
  expect(await readdir(dataFolder)).toEqual([])
})

test('before there is a password nobody is the admin', async () => {
  expect(await isAdminPassword({ dataFolder }, '')).toBe(false)
})

test('a session is over when the password changes, and no seal of another server is one', async () => {
  const config = { dataFolder, adminPassword: 'correct horse' }
  const seal = await sealAdmin(config, secret)
  expect(await isAdminSeal(config, seal, secret)).toBe(true)
  expect(await isAdminSeal({ dataFolder, adminPassword: 'battery staple' }, seal, secret)).toBe(false)
  expect(await isAdminSeal(config, seal, secret.toUpperCase())).toBe(false)
  expect(await isAdminSeal(config, 'Fe26.2*nonsense', secret)).toBe(false)
  expect(await isAdminSeal(config, undefined, secret)).toBe(false)
})
