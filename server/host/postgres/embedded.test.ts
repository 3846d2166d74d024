import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { clearLockedPorts } from 'get-port'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { claimDataFolder } from '#server/host/data-folder/claim'
import { lockFile } from '#server/host/data-folder/file-lock'
import { type EmbeddedPostgres, openEmbeddedPostgres } from '#server/host/postgres/embedded'
import { query, silentLog } from '#server/testing/database'

let folder: string
const opened: EmbeddedPostgres[] = []

// A folder as mkdtemp makes it: nobody but its owner may enter, so root meets the hardest case.
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'digit dash '))
})

afterEach(async () => {
  for (const postgres of opened.splice(0)) await postgres.close()
})

afterAll(async () => {
  await rm(await postgresFolder(), { recursive: true })
  await rm(folder, { recursive: true, force: true })
})

async function open(): Promise<EmbeddedPostgres> {
  const postgres = await openEmbeddedPostgres(folder, silentLog)
  opened.push(postgres)
  return postgres
}

async function close(postgres: EmbeddedPostgres): Promise<void> {
  opened.splice(opened.indexOf(postgres), 1)
  await postgres.close()
}

const isAnswering = (url: string) =>
  query(url, 'select 1').then(
    () => true,
    () => false,
  )

async function postgresFolder(): Promise<string> {
  const elsewhere = await readFile(path.join(folder, 'postgres-folder'), 'utf8').catch(() => undefined)
  return elsewhere ?? path.join(folder, 'postgres')
}

const postgresFile = async (name: string) => path.join(await postgresFolder(), 'data', name)

async function postmasterPid(): Promise<number> {
  return Number((await readFile(await postgresFile('postmaster.pid'), 'utf8')).split('\n')[0])
}

/** A server of ours in its own process, which is then killed as hard as possible. */
async function openAndKill(): Promise<void> {
  const script = `
    import { openEmbeddedPostgres } from '#server/host/postgres/embedded'
    import { silentLog } from '#server/testing/database'
    await openEmbeddedPostgres(${JSON.stringify(folder)}, silentLog)
    console.log('open')`
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  if (child.stdout) await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('embedded Postgres: two processes that start at once on an empty folder share one database', async () => {
  const [one, two] = await Promise.all([open(), open()])
  expect(one.url).toBe(two.url)
  expect(await isAnswering(one.url)).toBe(true)
})

test('embedded Postgres: data is there at the next start', async () => {
  const first = await open()
  await query(first.url, 'create table kept as select 7 as digit')
  await close(first)
  expect(await isAnswering(first.url)).toBe(false)

  const second = await open()
  expect(await query(second.url, 'select digit from kept')).toEqual([{ digit: 7 }])
})

test('embedded Postgres: a tool shares that of the running server, and the last process stops it', async () => {
  const tool = await open()
  const server = await open()
  await close(tool)
  expect(await isAnswering(server.url)).toBe(true)
  await close(server)
  expect(await isAnswering(server.url)).toBe(false)
})

test('embedded Postgres: after a kill the next server starts at once, on the same Postgres or a new one', async () => {
  await openAndKill()
  const next = await open()
  expect(await query(next.url, 'select digit from kept')).toEqual([{ digit: 7 }])
  await close(next)
  expect(await isAnswering(next.url)).toBe(false)
})

test('embedded Postgres: it stops when its only user was killed, and not while another uses it', async () => {
  await openAndKill()
  const tool = await open()
  const pid = await postmasterPid()
  await openAndKill()
  expect(await postmasterPid()).toBe(pid)
  opened.splice(0)
  await close(tool)

  await openAndKill()
  const isGone = async () => expect(await postmasterPid().catch(() => 'gone')).toBe('gone')
  await vi.waitFor(isGone, { timeout: 60_000 })
})

test('embedded Postgres: one that runs in another container is not disturbed, and none is started beside it', async () => {
  await close(await open())
  const unseen = await lockFile(path.join(folder, 'postgres.lock'))
  const nobody = 2 ** 22
  await writeFile(await postgresFile('postmaster.pid'), `${nobody}\n`)
  const opening = open()
  await vi.waitFor(() => access(path.join(folder, 'claim.json')), { timeout: 60_000 })
  expect(await postmasterPid()).toBe(nobody)

  if (typeof unseen === 'object') await unseen.release()
  expect(await isAnswering((await opening).url)).toBe(true)
  expect(await lockFile(path.join(folder, 'postgres.lock'))).toBe('held')
})

test('embedded Postgres: a data folder held on another machine is refused by its name', async () => {
  const elsewhere = { host: 'elsewhere', boot: 'another', pidNamespace: '' }
  const claim = await claimDataFolder(folder, silentLog, 3000, { machine: elsewhere, settleMs: 0 })
  await expect(open()).rejects.toThrow('in use by the server on port 3000 of elsewhere')
  await claim.release()
})

test('embedded Postgres: a tool beside a server with an external database fails, and says what to set', async () => {
  const other = await mkdtemp(path.join(tmpdir(), 'elsewhere-'))
  await chmod(other, 0o711)
  const claim = await claimDataFolder(other, silentLog, 3000)
  const opening = () => openEmbeddedPostgres(other, silentLog, undefined, { startingUpMs: 300 })
  const told = 'Set DATABASE_URL as that server does'
  await expect(opening()).rejects.toThrow(told)
  // What a server that had the built-in database has left there.
  await writeFile(path.join(other, 'postgres-password'), 'left')
  await expect(opening()).rejects.toThrow(told)
  await claim.release()
  await rm(other, { recursive: true })
})

test('embedded Postgres: a stale pid file whose pid looks like Postgres delays the start by seconds only', async () => {
  await close(await open())
  const squatter = createServer().listen(0, '127.0.0.1')
  await once(squatter, 'listening')
  const { port } = squatter.address() as AddressInfo
  await new Promise((resolve) => squatter.close(resolve))
  // Its own folder in its command line makes it pass for Postgres.
  const data = await postgresFile('')
  const passing = spawn(process.execPath, ['--eval', 'setInterval(() => undefined, 1000)', data])
  await once(passing, 'spawn')
  const note = [passing.pid, data, 1, port, '', '127.0.0.1', '', 'ready'].join('\n')
  await writeFile(await postgresFile('postmaster.pid'), note)
  const answers = open().then(({ url }) => isAnswering(url))
  expect(await answers.finally(() => passing.kill())).toBe(true)
})

test('embedded Postgres: a stale pid file whose pid is another program is ignored', async () => {
  await close(await open())
  const note = [process.pid, await postgresFile(''), 1, 5432, '', '127.0.0.1', '', 'ready'].join('\n')
  await writeFile(await postgresFile('postmaster.pid'), note)
  expect(await isAnswering((await open()).url)).toBe(true)
})

test('embedded Postgres: its port is used again, and another one where a program has taken it', async () => {
  const before = await open()
  await close(before)
  const { port } = new URL(before.url)
  // As in a new process: within one, get-port gives no port twice for a while.
  clearLockedPorts()
  const same = await open()
  expect(new URL(same.url).port).toBe(port)
  await close(same)
  const squatter = createServer().listen(Number(port), '127.0.0.1')
  await once(squatter, 'listening')
  clearLockedPorts()
  const after = await open()
  expect(new URL(after.url).port).not.toBe(port)
  expect(await isAnswering(after.url)).toBe(true)
  squatter.close()
})

test('embedded Postgres: killed under a running server, it is restarted at the same address', async () => {
  const { url } = await open()
  const killed = await postmasterPid()
  process.kill(killed, 'SIGKILL')
  const comeBack = async () => {
    expect(await postmasterPid()).not.toBe(killed)
    expect(await isAnswering(url)).toBe(true)
  }
  await vi.waitFor(comeBack, { timeout: 60_000 })
})

test('embedded Postgres: a lost password file is reported with what to do', async () => {
  await close(await open())
  const file = path.join(folder, 'postgres-password')
  const password = await readFile(file, 'utf8')
  await writeFile(file, 'another')
  await expect(openEmbeddedPostgres(folder, silentLog)).rejects.toThrow('does not accept the password in')
  await writeFile(file, password)
  await open()
})
