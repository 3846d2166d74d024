import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RecordWriter } from '#server/rooms/ports'
import { openOutbox } from '#server/store/outbox/outbox'
import { createStore } from '#server/store/outbox/store'
import { silentLog } from '#server/testing/database'
import { createMemoryRecordWriter } from '#server/testing/fakes/memory-record-writer'
import { drawingBy, gameHeader, gameOf, playerNamed, roundOf, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const ada = playerNamed('Ada')
/** Other work may have the machine; no test asks how long this takes. */
const patience = { timeout: 25_000 }

type Opened = {
  readonly writer: RecordWriter
  /** What has been written: the indices of rounds of this game, in order, and how often its end. */
  written(gameId: string): Promise<{ rounds: number[]; ends: number }>
  close(): Promise<void>
}

async function openDatabaseWriter(folder: string): Promise<Opened> {
  const outbox = await openOutbox(folder, createStore(store.prisma), silentLog)
  return {
    writer: outbox,
    async written(gameId) {
      const rounds = await store.prisma.round.findMany({ where: { gameId }, orderBy: { index: 'asc' } })
      const ends = await store.prisma.result.count({ where: { gameId } })
      return { rounds: rounds.map(({ index }) => index), ends }
    },
    close: outbox.close,
  }
}

async function openMemoryWriter(): Promise<Opened> {
  const writer = createMemoryRecordWriter()
  return {
    writer,
    async written(gameId) {
      const rounds = writer.rounds.filter(({ game }) => game.id === gameId).map(({ round }) => round)
      return { rounds: rounds.sort(), ends: writer.games.filter(({ id }) => id === gameId).length }
    },
    close: async () => {},
  }
}

describe.each<[string, (folder: string) => Promise<Opened>]>([
  ['database', openDatabaseWriter],
  ['memory', openMemoryWriter],
])('record writer to the %s', (_, open) => {
  let folder: string
  let opened: Opened
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'record-writer-'))
    opened = await open(folder)
  })
  afterEach(async () => {
    await opened.close()
    await rm(folder, { recursive: true })
  })

  const playGame = () => {
    const header = gameHeader()
    return {
      id: header.id,
      rounds: [0, 1].map((index) => roundOf(header, index, [drawingBy([ada])])),
      end: gameOf(header, [standingOf(ada, 900)]),
    }
  }

  test('rounds and their game are written, and then nothing waits any more', async () => {
    const { id, rounds, end } = playGame()
    await Promise.all([...rounds.map(opened.writer.writeRound), opened.writer.writeGame(end)])
    await expect.poll(() => opened.writer.depth, patience).toBe(0)
    expect(await opened.written(id)).toEqual({ rounds: [0, 1], ends: 1 })
  })

  test('a record that is written again, at once or later, is there once', async () => {
    const { id, rounds, end } = playGame()
    const writeAll = async () => {
      await Promise.all([...rounds.map(opened.writer.writeRound), opened.writer.writeGame(end)])
      await expect.poll(() => opened.writer.depth, patience).toBe(0)
    }
    await Promise.all([writeAll(), writeAll()])
    await writeAll()
    expect(await opened.written(id)).toEqual({ rounds: [0, 1], ends: 1 })
  })
})
