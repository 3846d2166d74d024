import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Room } from '#game/room/room'
import { ada, ben, Story } from '#game/testing/stories'
import { openFileJournal } from '#server/rooms/file-journal'
import type { Journal, StoredRoom } from '#server/rooms/ports'
import { replay } from '#server/rooms/replay'
import { silentLog } from '#server/testing/database'
import { createMemoryJournal, type MemoryJournal } from '#server/testing/fakes/memory-journal'

/** A journal, and the one that the next server has after this one was killed. */
type Journals = { open(): Promise<Journal>; succeed(journal: Journal): Promise<Journal> }

const code = 'CDFGH'

function deferred() {
  let resolve = () => {}
  let reject = () => {}
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve
    reject = () => onReject(new Error('refused'))
  })
  return { promise, resolve, reject }
}

describe.each<[string, (folder: string) => Journals]>([
  [
    'files',
    (folder) => {
      const open = () => openFileJournal(folder, silentLog)
      return { open, succeed: open }
    },
  ],
  [
    'memory',
    () => ({
      open: async () => createMemoryJournal(),
      succeed: async (killed) => createMemoryJournal(killed as MemoryJournal),
    }),
  ],
])('[R18] journal in %s', (_, journalsIn) => {
  let folder: string
  let journals: Journals
  let journal: Journal
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'journal-contract-'))
    journals = journalsIn(folder)
    journal = await journals.open()
  })
  afterEach(() => rm(folder, { recursive: true }))

  function openRoom(story = new Story(), until?: Promise<unknown>) {
    const roomLog = journal.open(code, () => ({ room: story.room, at: story.now }), until)
    story.changed = (command, now) => roomLog.append(command, now)
    return { story, roomLog }
  }

  async function restart(): Promise<StoredRoom[]> {
    // Files that nothing needs any more go in the next turn.
    await new Promise(setImmediate)
    await journal.settled()
    journal = await journals.succeed(journal)
    const rooms: StoredRoom[] = []
    for await (const room of journal.readAll()) rooms.push(room)
    return rooms
  }

  async function restored(): Promise<Room | undefined> {
    const [stored] = await restart()
    return stored && replay(stored)?.room
  }

  test('a room is stored from the moment it is opened', async () => {
    const { story } = openRoom()
    expect(await restored()).toEqual(story.room)
  })

  test('commands that were flushed are replayed, and those that were only appended are not', async () => {
    const { story, roomLog } = openRoom()
    story.joins(ada)
    roomLog.flush()
    const { room } = story
    story.joins(ben)
    expect(await restored()).toEqual(room)
  })

  test('a snapshot holds what was appended before it, and commands go on behind it', async () => {
    const { story, roomLog } = openRoom()
    story.joins(ada)
    roomLog.snapshot()
    story.joins(ben)
    roomLog.flush()
    expect(await restored()).toEqual(story.room)
  })

  test('a log that is closed has been flushed', async () => {
    const { story, roomLog } = openRoom()
    story.joins(ada)
    roomLog.close()
    expect(await restored()).toEqual(story.room)
  })

  test('a room whose log was deleted is gone', async () => {
    openRoom().roomLog.delete()
    await expect.poll(restart).toEqual([])
  })

  /** How many a successor would find now. */
  async function generations(): Promise<number> {
    for await (const room of (await journals.succeed(journal)).readAll()) return room.generations.length
    return 0
  }

  test.each(['resolve', 'reject'] as const)(
    'an older generation stays until what it waits for has settled: %s',
    async (settle) => {
      const { story, roomLog } = openRoom()
      const writing = deferred()
      roomLog.retain(writing.promise)
      roomLog.snapshot()
      await new Promise(setImmediate)
      expect(await generations()).toBe(2)
      writing[settle]()
      await expect.poll(generations).toBe(1)
      expect(await restored()).toEqual(story.room)
    },
  )

  test('what an older server has left stays until what the room is opened with has settled', async () => {
    openRoom().roomLog.close()
    await restart()
    const writing = deferred()
    const { story, roomLog } = openRoom(new Story(), writing.promise)
    story.joins(ada)
    roomLog.flush()
    await new Promise(setImmediate)
    expect(await generations()).toBe(2)
    writing.resolve()
    await expect.poll(generations).toBe(1)
    expect(await restored()).toEqual(story.room)
  })

  test('rooms are read each by its own code', async () => {
    const others = ['JKMNP', 'RTVWX'].map((other) => {
      const story = new Story()
      journal.open(other, () => ({ room: { ...story.room, code: other }, at: story.now })).close()
      return other
    })
    openRoom().roomLog.close()
    expect((await restart()).map((room) => room.code).sort()).toEqual([code, ...others].sort())
  })
})
