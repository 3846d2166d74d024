import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { claimDataFolder, type DataClaim } from '#server/host/data-folder/claim'
import { FolderInUseError } from '#server/host/data-folder/folder-in-use'
import { silentLog } from '#server/testing/database'

let folder: string
const claims: DataClaim[] = []

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'claim-'))
})

afterEach(async () => {
  for (const claim of claims.splice(0)) await claim.release()
  await rm(folder, { recursive: true })
})

type Around = Parameters<typeof claimDataFolder>[3]

async function claim(around: Around = {}, log = silentLog): Promise<DataClaim> {
  const made = await claimDataFolder(folder, log, 3000, around)
  claims.push(made)
  return made
}

/** A machine that shares the folder over a network which passes no locks on. */
const machine = (host: string): NonNullable<Around> => ({
  machine: { host, boot: host, pidNamespace: '' },
  lockFile: async () => ({ fd: 0, release: async () => undefined }),
  ...{ beatMs: 20, staleMs: 400, settleMs: 20 },
})

/** A process that claims the folder, on port 4000, and says so. */
async function startHolder() {
  const script = `
    import { claimDataFolder } from '#server/host/data-folder/claim'
    import { silentLog } from '#server/testing/database'
    await claimDataFolder(${JSON.stringify(folder)}, silentLog, 4000)
    console.log('claimed')
    setInterval(() => undefined, 1000)`
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

test('data folder: a second claim is refused in one line that names the holder', async () => {
  const holder = await startHolder()
  const refusal = await claim().catch((error) => error)
  expect(refusal).toBeInstanceOf(FolderInUseError)
  expect(refusal.message).toContain(
    `${folder} is in use by the server on port 4000 of ${hostname()} (process ${holder.pid}, since 20`,
  )
  expect(refusal.message).not.toContain('\n')
  holder.kill('SIGKILL')
  await once(holder, 'exit')
})

test('data folder: a holder that was killed leaves it free at once, a suspended one keeps it', async () => {
  const holder = await startHolder()
  holder.kill('SIGSTOP')
  await expect(claim()).rejects.toThrow(FolderInUseError)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  await claim({ staleMs: 3_600_000 })
})

test('data folder: of many who claim it at once one gets it, and after its release another', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => claim()))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await claims.pop()?.release()
  await claim()
})

test('data folder: without kernel locks it is held by a heartbeat', async () => {
  await claim(machine('here'))
  await expect(claim(machine('there'))).rejects.toThrow('port 3000 of here')
})

test('data folder: without locks two that claim it at once do not both get it', async () => {
  const unlocked = (host: string) => ({ ...machine(host), lockFile: async () => 'unsupported' as const })
  const outcomes = await Promise.allSettled([claim(unlocked('here')), claim(unlocked('here'))])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('data folder: a stale claim is taken over after a wait, which is logged, and its holder notices when it wakes', async () => {
  const lost = vi.fn()
  const asleep = await claim({ ...machine('here'), beatMs: 1_500 })
  asleep.whenLost(lost)
  const said: string[] = []
  await claim(machine('there'), pino({}, { write: (line) => void said.push(line) }))
  expect(said).toHaveLength(1)
  expect(said[0]).toContain('was in use by here a moment ago; starting in 1 s if nothing is heard of it')
  expect(lost).not.toHaveBeenCalled()
  await vi.waitFor(() => expect(lost).toHaveBeenCalledTimes(1), { timeout: 60_000 })
})

test('data folder: an action that throws when the folder is lost does not keep the next from running', async () => {
  const endAtOnce = vi.fn()
  const asleep = await claim({ ...machine('here'), beatMs: 1_500 })
  asleep.whenLost(endAtOnce)
  asleep.whenLost(() => {
    throw new Error('already dead')
  })
  await claim(machine('there'))
  await vi.waitFor(() => expect(endAtOnce).toHaveBeenCalledTimes(1), { timeout: 60_000 })
})

test('data folder: leftovers of killed claims are removed, fresh drafts are not', async () => {
  const left = [`claim.json.${crypto.randomUUID()}`, `clock.${crypto.randomUUID()}`]
  const present = `claim.json.${crypto.randomUUID()}`
  for (const name of [...left, present]) await writeFile(path.join(folder, name), '')
  const longAgo = new Date(Date.now() - 3_600_000)
  for (const name of left) await utimes(path.join(folder, name), longAgo, longAgo)
  await claim()
  expect((await readdir(folder)).sort()).toEqual(['claim.json', present, 'claim.lock'].sort())
})

test('data folder: a machine that lost its claim does not remove the next one’s note', async () => {
  const asleep = await claim({ ...machine('here'), beatMs: 3_600_000 })
  await claim(machine('there'))
  await asleep.release()
  expect(JSON.parse(await readFile(path.join(folder, 'claim.json'), 'utf8')).host).toBe('there')
})
