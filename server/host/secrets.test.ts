import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { persistedSecret } from '#server/host/secrets'

test('persisted secret: it is made once, also for concurrent callers, and only its owner may read it', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'secret-'))
  const file = path.join(folder, 'inner', 'secret')
  const secrets = await Promise.all([1, 2, 3, 4].map(() => persistedSecret(file)))
  expect(new Set([...secrets, await persistedSecret(file)]).size).toBe(1)
  expect(secrets[0]).toMatch(/^[\w-]{43}$/)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readdir(path.dirname(file))).toEqual(['secret'])
  await rm(folder, { recursive: true })
})
