import type fs from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ada, ben, Story } from '#game/testing/stories'
import { silentLog } from '#server/testing/database'
import { openFileJournal } from './file-journal'
import { beginLogFile } from './log-file'
import { replay } from './replay'

/** A disk with so much space left, which takes a part of what does not fit, as real ones do. */
const disk = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY, mayCut: true, open: new Set<number>() }))

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof fs>()
  const full = () => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
  return {
    ...real,
    openSync: (...args: Parameters<typeof fs.openSync>) => {
      const fd = real.openSync(...args)
      disk.open.add(fd)
      return fd
    },
    closeSync: (fd: number) => {
      real.closeSync(fd)
      disk.open.delete(fd)
    },
    ftruncateSync: (fd: number, bytes: number) => {
      if (!disk.mayCut) throw new Error('EIO: i/o error')
      real.ftruncateSync(fd, bytes)
    },
    writeSync: (fd: number, bytes: Buffer, from: number) => {
      if (disk.left === 0) throw full()
      const written = real.writeSync(fd, bytes, from, Math.min(disk.left, bytes.length - from))
      disk.left -= written
      return written
    },
  }
})

let folder: string
beforeEach(async () => {
  Object.assign(disk, { left: Number.POSITIVE_INFINITY, mayCut: true, open: new Set() })
  folder = await mkdtemp(path.join(tmpdir(), 'digit-dash-log-'))
})
afterEach(async () => {
  vi.useRealTimers()
  await rm(folder, { recursive: true })
})

const textOf = (name: string) => readFile(path.join(folder, name), 'utf8')

test('log file: of lines that do not fit nothing stays', async () => {
  const file = beginLogFile(folder, 'CDFGH.1.ndjson', 'first é\n')
  file.append('second\n')
  expect([file.firstBytes, file.bytes]).toEqual([9, 16])
  disk.left = 5
  expect(() => file.append('third\nfourth\n')).toThrow('ENOSPC')
  file.close()
  expect(await textOf(file.name)).toBe('first é\nsecond\n')
  expect([file.firstBytes, file.bytes]).toEqual([9, 16])
  expect(disk.open).toEqual(new Set())
})

test('log file: one whose first line does not fit is not there, and holds no file open', async () => {
  disk.left = 3
  expect(() => beginLogFile(folder, 'CDFGH.1.ndjson', 'first\n')).toThrow('ENOSPC')
  expect(await readdir(folder)).toEqual([])
  expect(disk.open).toEqual(new Set())
})

test('log file: nobody else on this machine may read it', async () => {
  beginLogFile(folder, 'CDFGH.1.ndjson', 'first\n').close()
  expect((await stat(path.join(folder, 'CDFGH.1.ndjson'))).mode & 0o777).toBe(0o600)
})

test('[R18] journal: where a full disk leaves half a line, nothing follows it until a snapshot, and the room before it is read', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const story = new Story()
  const journal = await openFileJournal(folder, silentLog)
  const roomLog = journal.open('CDFGH', () => ({ room: story.room, at: story.now }))
  story.changed = (command, now) => roomLog.append(command, now)
  const restored = async () => {
    for await (const room of (await openFileJournal(folder, silentLog)).readAll()) return replay(room)?.room
    return undefined
  }
  const before = story.room
  Object.assign(disk, { left: 20, mayCut: false })
  story.joins(ada)
  roomLog.flush()
  disk.left = Number.POSITIVE_INFINITY
  story.joins(ben)
  roomLog.flush()
  expect(journal.unwritten).toBe(1)
  expect(await restored()).toEqual(before)
  expect(await readdir(folder)).toEqual(['CDFGH.1.ndjson'])
  vi.runOnlyPendingTimers()
  expect(journal.unwritten).toBe(0)
  await expect.poll(() => readdir(folder)).toHaveLength(1)
  expect(await restored()).toEqual(story.room)
  roomLog.close()
  expect(disk.open).toEqual(new Set())
})
