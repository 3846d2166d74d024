import { execFile, spawnSync } from 'node:child_process'
import { closeSync, openSync, rmdirSync, writeSync } from 'node:fs'
import { mkdtemp, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

/** A disk of its own that can be filled to the last byte. */
export type SmallDisk = {
  readonly folder: string
  /** Takes all that is left, and what becomes free from then on. */
  fill(): void
  free(): Promise<void>
  close(): Promise<void>
}

const run = promisify(execFile)
/** Interval at which freed space is taken again. */
const refillMs = 100

/** @returns null where this user or system cannot have a disk in memory */
export async function openSmallDisk(megabytes: number): Promise<SmallDisk | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const folder = await mkdtemp(path.join(tmpdir(), 'digit-dash-disk-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'digit-dash', folder])
  } catch {
    await rmdir(folder)
    return null
  }
  // Whoever ends us must not leave a disk behind; a server may still have files open on it.
  const closeAtOnce = () => {
    spawnSync('umount', ['-l', folder])
    rmdirSync(folder)
  }
  process.once('exit', closeAtOnce)
  const ballast = path.join(folder, 'ballast')
  let refilling: NodeJS.Timeout | undefined

  function takeRest(): void {
    const fd = openSync(ballast, 'a')
    try {
      for (const bytes of [1_000_000, 4_096, 1]) takeAll(fd, Buffer.alloc(bytes))
    } finally {
      closeSync(fd)
    }
  }

  return {
    folder,
    fill() {
      takeRest()
      refilling = setInterval(takeRest, refillMs)
    },
    async free() {
      clearInterval(refilling)
      await rm(ballast, { force: true })
    },
    async close() {
      clearInterval(refilling)
      process.off('exit', closeAtOnce)
      await run('umount', [folder])
      await rmdir(folder)
    },
  }
}

function takeAll(fd: number, bytes: Buffer): void {
  try {
    for (;;) writeSync(fd, bytes)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}
