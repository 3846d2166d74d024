import { open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { lockFile } from './file-lock'
import { FolderInUseError, type Holder } from './folder-in-use'
import { thisMachine } from './machine'
import { makeFolder } from './make-folder'

/** Exclusive ownership of a data folder: a kernel lock, and a lease with a heartbeat. */
export type DataClaim = {
  /** Registers what to do when another machine has taken the folder over; called in reverse order. Nothing may be written after it. */
  whenLost(act: () => void): void
  release(): Promise<void>
}

/** What tests replace. */
const surroundings = { lockFile, machine: thisMachine(), beatMs: 5_000, staleMs: 20_000, settleMs: 500 }

/**
 * Claims a data folder, before anything in it is touched. Between processes of one machine, also suspended ones and those in
 * containers, a kernel lock decides, which ends with the process. Between machines that share the folder over a network without
 * locks, a lease does: a file with a heartbeat. A lease without a heartbeat for `staleMs` may be taken over, and the former holder
 * notices at its next heartbeat. There is no fencing token, for files cannot refuse one: until it notices, a former holder that was
 * suspended may still write.
 *
 * All times of the lease are those of the file system, so that the clocks of the machines need not agree.
 * @param port of this server, to be named to a second one
 * @throws FolderInUseError naming the holder
 */
export async function claimDataFolder(
  folder: string,
  log: Logger,
  port?: number,
  around: Partial<typeof surroundings> = {},
): Promise<DataClaim> {
  const { machine, beatMs, staleMs, settleMs, ...given } = { ...surroundings, ...around }
  const noteFile = path.join(folder, 'claim.json')
  await makeFolder(folder, 0o711)
  const lock = await given.lockFile(path.join(folder, 'claim.lock'))
  if (lock === 'held') throw new FolderInUseError(folder, await read(noteFile))

  const unlock = async () => void (typeof lock === 'object' && (await lock.release()))
  const me = crypto.randomUUID()
  const text = JSON.stringify({ claim: me, ...machine, pid: process.pid, port, since: new Date() })
  try {
    const left = await read(noteFile)
    const isExact = lock !== 'unsupported' && (!left || left.boot === machine.boot)
    if (left && !isExact) await waitForSilence(left)
    await put(noteFile, text)
    if (!isExact) await pause(settleMs)
    const winner = await read(noteFile)
    if (winner?.claim !== me) throw new FolderInUseError(folder, winner)
    await sweep(folder)
  } catch (error) {
    await unlock()
    throw error
  }

  /** Waits until a lease on another machine is stale. */
  async function waitForSilence(left: Holder): Promise<void> {
    const silentMs = left.beatAt ? (await fileSystemNow(folder)) - left.beatAt : 0
    const until = performance.now() + staleMs - Math.max(0, silentMs)
    if (performance.now() >= until) return
    const seconds = Math.ceil((until - performance.now()) / 1000)
    log.warn(
      `${folder} was in use by ${left.host} a moment ago; starting in ${seconds} s if nothing is heard of it`,
    )
    while (performance.now() < until) {
      await pause(Math.min(beatMs, until - performance.now()) / 2)
      const now = await read(noteFile)
      if (!now) return
      if (now.claim !== left.claim || now.beatAt !== left.beatAt) throw new FolderInUseError(folder, now)
    }
  }

  const note = await open(noteFile, 'r+')
  const actions: (() => void)[] = []
  let isReleased = false
  const beating = setInterval(
    () => void beat().catch((error) => log.debug({ err: error }, 'No beat')),
    beatMs,
  )
  beating.unref()

  async function beat(): Promise<void> {
    const now = await read(noteFile)
    // The open handle is our own file, even if another process has replaced it.
    if (now?.claim === me) return void (await note.write(text, 0))
    clearInterval(beating)
    if (isReleased) return
    for (const act of actions.toReversed()) attempt(act)
  }

  /** An action that fails must not prevent the next ones: one of them ends this process. */
  function attempt(act: () => void): void {
    try {
      act()
    } catch (error) {
      log.error({ err: error }, `${folder} was lost, and an action for that case failed`)
    }
  }

  return {
    whenLost: (act) => void actions.push(act),
    async release() {
      isReleased = true
      clearInterval(beating)
      await note.close()
      if ((await read(noteFile))?.claim === me) await rm(noteFile, { force: true })
      await unlock()
    },
  }
}

/** Creates the lease file atomically; heartbeats overwrite it in place. */
async function put(noteFile: string, text: string): Promise<void> {
  const draft = `${noteFile}.${crypto.randomUUID()}`
  try {
    await writeFile(draft, text, { mode: 0o644 })
    await rename(draft, noteFile)
  } finally {
    await rm(draft, { force: true })
  }
}

async function read(noteFile: string): Promise<Holder | undefined> {
  try {
    const { mtimeMs } = await stat(noteFile)
    return { ...JSON.parse(await readFile(noteFile, 'utf8')), beatAt: mtimeMs }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || error instanceof SyntaxError) return undefined
    throw error
  }
}

const passingName = /^(?:claim\.json|clock)\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Drafts live for a moment; one this old was left by a killed process. */
const leftMs = 60_000

/** Removes drafts of processes that were killed while they claimed the folder. */
async function sweep(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => passingName.test(name))
  if (names.length === 0) return
  const now = await fileSystemNow(folder)
  for (const name of names) {
    const file = path.join(folder, name)
    const writtenAt = (await stat(file).catch(() => undefined))?.mtimeMs ?? now
    if (now - writtenAt > leftMs) await rm(file, { force: true })
  }
}

/** The time of the file system, which may differ from that of this machine. */
async function fileSystemNow(folder: string): Promise<number> {
  const probe = path.join(folder, `clock.${crypto.randomUUID()}`)
  try {
    await writeFile(probe, 'now')
    return (await stat(probe)).mtimeMs
  } finally {
    await rm(probe, { force: true })
  }
}
