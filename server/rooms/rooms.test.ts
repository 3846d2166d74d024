import type { randomInt } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { defaultRoomSettings, type RoomSettings, roomCode } from '#game/protocol/scalars'
import type { RoundRecord } from '#game/records/record'
import { ada, ben } from '#game/testing/stories'
import { createMemoryJournal } from '#server/testing/fakes/memory-journal'
import { createRoomParts, settle } from '#server/testing/room-parts'
import type { Journal } from './ports'
import { replay } from './replay'
import type { RoomRunner } from './room-runner'
import { openRooms } from './rooms'

/** What chance says next; whatever it likes where there is nothing here. */
const chance = vi.hoisted(() => ({ next: [] as number[] }))
vi.mock('node:crypto', async (importOriginal) => {
  const real = await importOriginal<{ randomInt: typeof randomInt }>()
  return { ...real, randomInt: (most: number) => chance.next.shift() ?? real.randomInt(most) }
})

const join = (runner: RoomRunner | null, playerId = ada) =>
  runner?.submit({ ...{ type: 'player:join', playerId, name: 'Ada', colour: 0, isSpectator: false } })
const changed = (settings: Partial<RoomSettings>) => ({ ...defaultRoomSettings, ...settings })

test('rooms: there are at most so many, and one that empties makes place for another', async () => {
  const rooms = await openRooms(createRoomParts().parts, 2)
  const [first, second] = [rooms.create(), rooms.createDaily()]
  expect(first?.room.isDaily).toBe(false)
  expect(second?.room.isDaily).toBe(true)
  expect([rooms.create(), rooms.createDaily()]).toEqual([null, null])
  expect(rooms.count).toBe(2)
  join(first)
  first?.submit({ type: 'player:leave', playerId: ada })
  expect(rooms.find(first?.room.code ?? '')).toBeUndefined()
  expect(rooms.create()).not.toBeNull()
})

test('rooms: each has a code of its own, by which it is found', async () => {
  const rooms = await openRooms(createRoomParts().parts, 200)
  const codes = Array.from({ length: 200 }, () => rooms.create()?.room.code ?? '')
  expect(new Set(codes).size).toBe(200)
  for (const code of codes) {
    expect(roomCode.parse(code)).toBe(code)
    expect(rooms.find(code)?.room.code).toBe(code)
  }
  expect([...rooms.all()].map(({ code }) => code)).toEqual(codes)
  expect(rooms.find('XXXXX')).toBeUndefined()
})

test('[R10] rooms: the list of public ones has the fullest first, and none that is private or locked', async () => {
  const rooms = await openRooms(createRoomParts().parts, 9)
  rooms.create(changed({}))
  rooms.create(changed({ isPublic: true, isLocked: true }))
  const small = rooms.create(changed({ isPublic: true }))
  const large = rooms.create(changed({ isPublic: true }))
  join(small)
  join(large)
  join(large, ben)
  expect(rooms.listPublic()).toEqual([large, small])
})

test('rooms: from the first moment of closing on nobody opens one, and all are flushed', async () => {
  const { parts, journal } = createRoomParts()
  const rooms = await openRooms(parts, 9)
  const runner = rooms.create()
  join(runner)
  expect(rooms.refusal).toBeNull()
  const closed = rooms.close()
  expect(rooms.refusal).toBe('server-closing')
  expect([rooms.create(), rooms.createDaily()]).toEqual([null, null])
  await closed
  expect(join(runner, ben)).toBe('server-closing')
  expect(journal.rooms.size).toBe(1)
})

test('rooms: a code that another room has is not given to a second one', async () => {
  const rooms = await openRooms(createRoomParts().parts, 9)
  for (let times = 0; times < 5; times++) chance.next.push(0)
  const first = rooms.create()
  for (let times = 0; times < 5; times++) chance.next.push(0)
  const second = rooms.create()
  expect(chance.next).toEqual([])
  expect(rooms.count).toBe(2)
  expect(second?.room.code).not.toBe(first?.room.code)
})

test('rooms: of several reasons to open none, the one that lasts longest is named; who closes them waits for the files', async () => {
  const journal = createMemoryJournal()
  let settle = () => {}
  journal.settled = () => new Promise<void>((resolve) => (settle = resolve))
  const pace = {
    tickMs: 66,
    ticksPerGuess: 2,
    isBusy: true,
    takePlace: () => 0,
    offsetMs: () => 0,
    ticked() {},
  }
  const rooms = await openRooms(createRoomParts({ journal, pace }).parts, 0)
  expect(rooms.refusal).toBe('server-full')
  let isClosed = false
  const closed = rooms.close().then(() => (isClosed = true))
  expect(rooms.refusal).toBe('server-closing')
  await new Promise(setImmediate)
  expect(isClosed).toBe(false)
  settle()
  await closed
})

test('[R18] rooms: what the journal stores is open again, paused for who was present, and what had not been written is written', async () => {
  const first = createRoomParts()
  const sentRounds: RoundRecord[] = []
  first.parts.recordWriter.writeRound = (record) => {
    sentRounds.push(record)
    return new Promise(() => {})
  }
  const rooms = await openRooms(first.parts, 9)
  const runner = rooms.create(changed({ rounds: 2 }))
  join(runner)
  const judge = { version: 'digits-v1', engine: 'wasm' } as const
  runner?.submit({ type: 'game:start', playerId: ada, gameId: crypto.randomUUID(), seed: 1, judge })
  for (let turns = 0; runner?.room.game?.round !== 1 && turns < 200; turns++) {
    first.clock.advance(1_000)
    await settle()
  }
  const second = createRoomParts({ journal: createMemoryJournal(first.journal) })
  let storedAt = 0
  for await (const stored of createMemoryJournal(first.journal).readAll()) storedAt = replay(stored)?.at ?? 0
  second.clock.advance(3_600_000)
  const restored = await openRooms(second.parts, 9)
  const room = restored.find(runner?.room.code ?? '')?.room
  // No time has passed in it since it was stored last.
  expect(room).toMatchObject({ pause: { missing: [ada], at: storedAt }, game: { round: 1 } })
  expect(sentRounds).toHaveLength(1)
  expect(second.recordWriter.rounds).toEqual(sentRounds)
})

test('[R18] rooms: what an older server has left of a room stays until what had finished in it is written', async () => {
  const first = createRoomParts()
  first.parts.recordWriter.writeRound = () => new Promise(() => {})
  const runner = (await openRooms(first.parts, 9)).create(changed({ rounds: 2 }))
  join(runner)
  const judge = { version: 'digits-v1', engine: 'wasm' } as const
  runner?.submit({ type: 'game:start', playerId: ada, gameId: crypto.randomUUID(), seed: 1, judge })
  for (let turns = 0; runner?.room.game?.round !== 1 && turns < 200; turns++) first.clock.advance(1_000)
  const journal = createMemoryJournal(first.journal)
  const second = createRoomParts({ journal })
  let arrive = () => {}
  second.parts.recordWriter.writeRound = () => new Promise<void>((resolve) => (arrive = resolve))
  await openRooms(second.parts, 9)
  await settle()
  const generations = () => journal.rooms.get(runner?.room.code ?? '')?.length ?? 0
  expect(generations()).toBeGreaterThan(1)
  arrive()
  await settle()
  expect(generations()).toBe(1)
})

test('[R18] rooms: one that was empty is not opened again, and its log goes', async () => {
  const first = createRoomParts()
  const rooms = await openRooms(first.parts, 9)
  rooms.create()
  const journal = createMemoryJournal(first.journal)
  const restored = await openRooms(createRoomParts({ journal }).parts, 9)
  expect(restored.count).toBe(0)
  await settle()
  expect(journal.rooms.size).toBe(0)
})

test('[R18] rooms: one in which nobody was present waits for nobody', async () => {
  const first = createRoomParts()
  const runner = (await openRooms(first.parts, 9)).create()
  join(runner)
  runner?.submit({ type: 'player:disconnect', playerId: ada })
  const second = createRoomParts({ journal: createMemoryJournal(first.journal) })
  second.clock.advance(1_000)
  const [room] = (await openRooms(second.parts, 9)).all()
  expect(room).toMatchObject({ code: runner?.room.code, pause: null })
})

test('[R18] rooms: one that cannot be restored is logged, and keeps no other from opening', async () => {
  const first = createRoomParts()
  const rooms = await openRooms(first.parts, 9)
  const [broken, whole] = [rooms.create(), rooms.create()]
  join(broken)
  join(whole)
  const journal = createMemoryJournal(first.journal)
  const { readAll } = journal
  const spoilt: Journal = {
    ...journal,
    async *readAll() {
      yield { code: 'RTVWX', generations: [] }
      for await (const room of readAll()) {
        const isBroken = room.code === broken?.room.code
        yield isBroken
          ? { ...room, generations: [{ ...room.generations[0], room: null as never } as never] }
          : room
      }
    },
  }
  const { parts, errors } = createRoomParts({ journal: spoilt })
  const restored = await openRooms(parts, 9)
  expect([...restored.all()].map(({ code }) => code)).toEqual([whole?.room.code])
  expect(errors).toEqual(['A room could not be opened again; its journal is kept'])
})

test('[P9] rooms: while ticks are late for all no more are opened, and those that are open take people', async () => {
  const pace = {
    tickMs: 66,
    ticksPerGuess: 2,
    isBusy: false,
    takePlace: () => 0,
    offsetMs: () => 0,
    ticked() {},
  }
  const { parts } = createRoomParts({ pace })
  const rooms = await openRooms(parts, 9)
  const runner = rooms.create()
  join(runner)
  pace.isBusy = true
  expect([rooms.create(), rooms.createDaily(), rooms.refusal]).toEqual([null, null, 'server-busy'])
  expect(join(runner, ben)).toBeUndefined()
  pace.isBusy = false
  expect(rooms.create()).not.toBeNull()
})
