import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import type { Command, CommandOf } from '#game/room/command'
import { draw, lift, Story } from '#game/testing/stories'
import { retentionPolicy } from '#server/store/retention/policy'
import { openFileJournal } from './file-journal'
import type { Journal, StoredRoom } from './ports'
import { replay } from './replay'

const log = pino({ level: 'silent' })
let folder: string
let journal: Journal

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'digit-dash-journal-'))
  journal = await openFileJournal(folder, log)
})
afterEach(async () => {
  vi.useRealTimers()
  await rm(folder, { recursive: true })
})

const code = 'CDFGH'
const join = (index: number): CommandOf<'player:join'> => ({
  type: 'player:join',
  playerId: `00000000-0000-4000-8000-0000000000${index.toString(16).padStart(2, '0')}`,
  name: `Player ${index}`,
  colour: 0,
  isSpectator: true,
})

/** A room whose every change is in the log. */
function openRoom(story = new Story()) {
  const roomLog = journal.open(code, () => ({ room: story.room, at: story.now }))
  story.changed = (command, now) => roomLog.append(command, now)
  return { story, roomLog }
}

/** What the next server finds. */
async function readAll(): Promise<StoredRoom[]> {
  journal = await openFileJournal(folder, log)
  const rooms: StoredRoom[] = []
  for await (const room of journal.readAll()) rooms.push(room)
  return rooms
}

async function restored() {
  const [stored] = await readAll()
  return stored && replay(stored)?.room
}

test('[R18] journal: what was flushed is read back, what was not is lost, and what was deleted is gone', async () => {
  const { story, roomLog } = openRoom()
  for (let index = 0; index < 20; index++) story.does(join(index))
  roomLog.flush()
  const { room } = story
  story.does(join(21))
  expect(await restored()).toEqual(room)
  roomLog.delete()
  await journal.settled()
  await expect.poll(() => readdir(folder)).toEqual([])
})

test('[C1] journal: a journal of 0.5.0 goes on, and the consent that it tells of is dropped', async () => {
  const { story, roomLog } = openRoom()
  const { playerId } = join(1)
  story.joins(playerId)
  story.starts(playerId)
  story.reaches('reveal')
  roomLog.snapshot()
  story.does(join(2))
  roomLog.close()
  await journal.settled()
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name)
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replaceAll('"colour":', '"hasConsented":true,"colour":'))
  }
  expect(await restored()).toEqual(story.room)
  expect(JSON.stringify(await restored())).not.toContain('onsent')
})

test('[R18] journal: a snapshot begins the next file, and the one before it stays while something is on its way', async () => {
  const { story, roomLog } = openRoom()
  story.does(join(1))
  roomLog.snapshot()
  await expect.poll(() => readdir(folder)).toHaveLength(1)
  let arrive = () => {}
  roomLog.retain(
    new Promise<void>((resolve) => {
      arrive = resolve
    }),
  )
  story.does(join(2))
  roomLog.snapshot()
  story.does(join(3))
  roomLog.flush()
  await new Promise(setImmediate)
  await journal.settled()
  expect(await readdir(folder)).toHaveLength(2)
  expect(await restored()).toEqual(story.room)
  arrive()
  await expect.poll(() => readdir(folder)).toHaveLength(1)
  expect(await restored()).toEqual(story.room)
})

test('[R18] journal: what is on its way from the very step of a snapshot keeps the file before it, too', async () => {
  const { story, roomLog } = openRoom()
  story.does(join(1))
  roomLog.snapshot()
  await expect.poll(() => readdir(folder)).toHaveLength(1)
  let arrive = () => {}
  roomLog.snapshot()
  roomLog.retain(new Promise<void>((resolve) => (arrive = resolve)))
  await new Promise(setImmediate)
  await journal.settled()
  expect(await readdir(folder)).toHaveLength(2)
  arrive()
  await expect.poll(() => readdir(folder)).toHaveLength(1)
})

test('[R18] journal: a new room that gets the code of a room of the server before keeps its file', async () => {
  openRoom().roomLog.close()
  await readAll()
  openRoom().roomLog.delete()
  await expect.poll(() => readdir(folder)).toEqual([])
  const { story } = openRoom()
  await journal.settled()
  await new Promise(setImmediate)
  await journal.settled()
  expect(await restored()).toEqual(story.room)
})

test('[R18] journal: a room goes on with its log in the next server, and in the one after that', async () => {
  const { story, roomLog } = openRoom()
  story.does(join(1))
  roomLog.close()
  for (const index of [2, 3]) {
    await readAll()
    const { roomLog } = openRoom(story)
    story.does(join(index))
    roomLog.close()
    // One line for each snapshot and each player so far, and a new file begins with the next.
    expect(await readdirSoon(1)).toEqual([`${code}.${2 * index - 1}.ndjson`])
  }
  expect(await restored()).toEqual(story.room)
})

test('[R18] journal: half a line at the end is left out; a line that is none ends the log, and a copy of the file is kept', async () => {
  const { story, roomLog } = openRoom()
  story.does(join(1))
  roomLog.close()
  const [name = ''] = await readdir(folder)
  await appendFile(path.join(folder, name), '[2,1000000,{"type":"time')
  expect(await restored()).toEqual(story.room)
  expect(await readdir(folder)).toEqual([name])
  await appendFile(path.join(folder, name), '\n')
  const text = await readFile(path.join(folder, name), 'utf8')
  expect(await restored()).toEqual(story.room)
  expect(await readFile(path.join(folder, `${name}.unreadable`), 'utf8')).toBe(text)
})

test('[R18] journal: ink that nobody can have drawn ends the log where it stands, and a copy is kept', async () => {
  const story = new Story({ roundSeconds: 60 })
  const { roomLog } = openRoom(story)
  story.joins(join(1).playerId)
  story.starts(join(1).playerId)
  story.reaches('drawing')
  const before = story.room
  story.draws(join(1).playerId, [draw(), lift])
  roomLog.close()
  const [name = ''] = await readdir(folder)
  const text = await readFile(path.join(folder, name), 'utf8')
  const inkText = encodeInk([draw(), lift])
  expect(text).toContain(inkText)
  await writeFile(path.join(folder, name), text.replace(inkText, '!'))
  expect(await restored()).toEqual(before)
  expect(await readdir(folder)).toContain(`${name}.unreadable`)
})

test('[R18] journal: a room goes on behind a file of its own that cannot be read, and does not write over it', async () => {
  const { story, roomLog } = openRoom()
  story.does(join(1))
  roomLog.close()
  const broken = path.join(folder, `${code}.7.ndjson`)
  await writeFile(broken, 'nothing that a room could be read from\n')
  expect(await restored()).toEqual(story.room)
  const stays = new Promise(() => {})
  journal.open(code, () => ({ room: story.room, at: story.now }), stays).close()
  expect(await readFile(broken, 'utf8')).toContain('nothing that a room')
  expect(await readdir(folder)).toContain(`${code}.8.ndjson`)
})

test('[R18] journal: what a crash left half written is no room, and goes', async () => {
  await writeFile(path.join(folder, `${code}.json.draft`), '{"format":2,')
  const notOurs = ['CDFGHJ.1.ndjson', 'notes.txt']
  for (const name of notOurs) await writeFile(path.join(folder, name), 'not ours')
  expect(await readAll()).toEqual([])
  expect((await readdir(folder)).sort()).toEqual(notOurs)
})

test('[R18] journal: whoever waits until it has settled finds no file of a room that is gone', async () => {
  const { story, roomLog } = openRoom()
  story.does(join(1))
  roomLog.flush()
  roomLog.delete()
  await Promise.resolve()
  await new Promise(setImmediate)
  await journal.settled()
  expect(await readdir(folder)).toEqual([])
})

test('[R11] journal: a room of before there was a mark for it has been public at least if it is', async () => {
  for (const isPublic of [true, false]) {
    const { roomLog } = openRoom(new Story({ isPublic }))
    roomLog.close()
    const [name = ''] = await readdir(folder)
    const text = await readFile(path.join(folder, name), 'utf8')
    await writeFile(path.join(folder, name), text.replace(/"hasBeenPublic":(true|false),/, ''))
    expect((await restored())?.hasBeenPublic).toBe(isPublic)
    await rm(path.join(folder, name))
  }
})

test('[R18] journal: a file that cannot be read, or of another version, closes its room and no other, and is kept', async () => {
  const { story, roomLog } = openRoom()
  roomLog.close()
  await writeFile(path.join(folder, 'JKMNP.json'), '{"format":2,"room":{}}')
  await utimes(path.join(folder, 'JKMNP.json'), new Date(0), new Date(0))
  await writeFile(path.join(folder, 'JKMNP.json.draft'), '{"format":2,')
  await writeFile(path.join(folder, 'RTVWX.1.ndjson'), '{"format":9}\n')
  expect((await readAll()).map(({ code }) => code)).toEqual([code])
  expect(await restored()).toEqual(story.room)
  expect((await readdir(folder)).filter((name) => name.endsWith('.unreadable'))).toEqual([
    'JKMNP.json.unreadable',
    'RTVWX.1.ndjson.unreadable',
  ])
  // However old the file is, it is kept for a month from now on.
  const { filesBefore } = retentionPolicy({ keepRoundsDays: null, keepGuessesDays: null }, Date.now())
  expect((await stat(path.join(folder, 'JKMNP.json.unreadable'))).mtime > filesBefore).toBe(true)
})

test('[R18] journal: a long round does not let a log grow without end', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const { story, roomLog } = openRoom()
  story.does(join(1))
  for (let times = 0; times < 60; times++) {
    for (let index = 0; index < 500; index++) roomLog.append({ type: 'time:pass' }, story.now)
    roomLog.append({ ...join(1), name: 'x'.repeat(40_000) } as Command, story.now)
    roomLog.flush()
  }
  await expect.poll(() => readdir(folder)).toHaveLength(1)
  const [name = ''] = await readdir(folder)
  expect((await readFile(path.join(folder, name))).length).toBeLessThan(1_200_000)
})

test('[R18] journal: a large room does not begin its log anew before as much has followed it', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const { story, roomLog } = openRoom()
  story.does({ ...join(1), name: 'x'.repeat(700_000) })
  roomLog.snapshot()
  const [begun] = await readdirSoon(1)
  const grow = () => {
    roomLog.append({ ...join(1), name: 'x'.repeat(1_200_000) }, story.now)
    roomLog.flush()
    return readdir(folder)
  }
  expect(await grow()).toEqual([begun])
  expect(await grow()).not.toEqual([begun])
  expect(await readdirSoon(1)).not.toEqual([begun])
})

test('[R18] journal: rooms whose logs are long at one moment begin them anew one after the other, and take a twentieth of the time', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const { room, now } = new Story()
  const begun: string[] = []
  const [one, other] = ['CDFGH', 'JKMNP'].map((code) => {
    const present = () => {
      begun.push(code)
      vi.advanceTimersByTime(4)
      return { room, at: now }
    }
    const roomLog = journal.open(code, present)
    roomLog.append({ ...join(1), name: 'x'.repeat(1_200_000) }, now)
    return roomLog
  })
  begun.length = 0
  one?.flush()
  other?.flush()
  vi.advanceTimersByTime(79)
  other?.flush()
  expect(begun).toEqual(['CDFGH'])
  vi.advanceTimersByTime(1)
  other?.flush()
  expect(begun).toEqual(['CDFGH', 'JKMNP'])
})

/** Files that nothing needs any more go in one of the next turns. */
async function readdirSoon(count: number): Promise<string[]> {
  await expect.poll(() => readdir(folder)).toHaveLength(count)
  return readdir(folder)
}

test('[R18] journal: a long log that the disk does not let begin anew is tried again after a while, and not with each line', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  const story = new Story()
  let snapshots = 0
  const roomLog = journal.open(code, () => {
    snapshots++
    return { room: story.room, at: story.now }
  })
  await rm(folder, { recursive: true })
  roomLog.append({ ...join(1), name: 'x'.repeat(1_200_000) }, story.now)
  for (let lines = 0; lines < 5; lines++) {
    roomLog.flush()
    roomLog.append({ type: 'time:pass' }, story.now)
  }
  expect([snapshots, vi.getTimerCount()]).toEqual([2, 1])
  for (let tries = 0; tries < 3; tries++) roomLog.snapshot()
  expect([snapshots, vi.getTimerCount()]).toEqual([5, 1])
  vi.advanceTimersByTime(5_000)
  expect([snapshots, vi.getTimerCount()]).toEqual([6, 1])
  await mkdir(folder)
  roomLog.close()
})

test.each(['delete', 'close'] as const)(
  '[R18] journal: a room that the disk refused writes nothing more after a %s',
  async (end) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await rm(folder, { recursive: true })
    const { roomLog } = openRoom()
    expect(journal.unwritten).toBe(1)
    roomLog[end]()
    await mkdir(folder)
    expect([journal.unwritten, vi.getTimerCount()]).toEqual([0, 0])
  },
)

test('[R18] journal: a code that goes from room to room, while results of the first are on their way, never has two files of one number', async () => {
  const arrive: (() => void)[] = []
  const openRetained = () => {
    const { story, roomLog } = openRoom()
    roomLog.retain(new Promise<void>((resolve) => arrive.push(resolve)))
    story.does(join(1))
    return roomLog
  }
  openRetained().delete()
  openRetained().delete()
  arrive[0]?.()
  const [second] = await readdirSoon(1)
  openRoom().roomLog.flush()
  const numberOf = (name = '') => Number(name.split('.')[1])
  const [highest] = (await readdirSoon(2)).map(numberOf).sort((one, other) => other - one)
  expect(highest).toBeGreaterThan(numberOf(second))
  const third = `${code}.${highest}.ndjson`
  arrive[1]?.()
  expect(await readdirSoon(1)).toEqual([third])
})

test('[R18] journal: of a log in many files each follows the one before it, the tenth the ninth', async () => {
  const { story, roomLog } = openRoom()
  for (let index = 1; index < 14; index++) {
    if (index === 3) roomLog.retain(new Promise(() => {}))
    story.does(join(index))
    roomLog.snapshot()
  }
  story.does(join(14))
  roomLog.close()
  const digits = (await readdir(folder)).map((name) => name.split('.')[1]?.length)
  expect(new Set(digits)).toEqual(new Set([1, 2]))
  expect(await restored()).toEqual(story.room)
})

test('[R18] journal: a disk that refuses a room is logged once, however long it does, and again the next time', async () => {
  const lines: string[] = []
  const told = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) })
  journal = await openFileJournal(folder, told)
  const { story, roomLog } = openRoom()
  for (let times = 1; times <= 2; times++) {
    await rm(folder, { recursive: true })
    for (let tries = 0; tries < 3; tries++) roomLog.snapshot()
    expect(lines).toHaveLength(times)
    await mkdir(folder)
    roomLog.snapshot()
  }
  expect(await restored()).toEqual(story.room)
})

test('[R18] journal: a room that the disk refused is written once it takes files again, though nothing more happens in it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await rm(folder, { recursive: true })
  const { story, roomLog } = openRoom()
  story.does(join(1))
  roomLog.flush()
  expect(journal.unwritten).toBe(1)
  await mkdir(folder)
  vi.runOnlyPendingTimers()
  expect(journal.unwritten).toBe(0)
  expect(await restored()).toEqual(story.room)
})

test('[R18] journal: what finished while the disk refused the room is safe before the room is written without it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await rm(folder, { recursive: true })
  const { story, roomLog } = openRoom()
  story.does(join(1))
  roomLog.flush()
  let arrive = () => {}
  roomLog.retain(new Promise<void>((resolve) => (arrive = resolve)))
  await mkdir(folder)
  roomLog.snapshot()
  vi.runOnlyPendingTimers()
  expect(journal.unwritten).toBe(1)
  arrive()
  await new Promise(setImmediate)
  vi.runOnlyPendingTimers()
  expect(journal.unwritten).toBe(0)
  expect(await restored()).toEqual(story.room)
})

test('[R18] journal: a folder that is gone stops no game, and the room is stored again once it is back', async () => {
  const { story, roomLog } = openRoom()
  await rm(folder, { recursive: true })
  story.does(join(1))
  roomLog.snapshot()
  story.does(join(2))
  roomLog.flush()
  journal = await openFileJournal(folder, log)
  story.does(join(3))
  roomLog.snapshot()
  expect(await restored()).toEqual(story.room)
})
