import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silentLog } from '#server/testing/database'
import { drawingBy, gameHeader, gameOf, playerNamed, roundOf, standingOf } from '#server/testing/records'
import { type Outbox, openOutbox } from './outbox'
import { shareOutbox, whenDelivered } from './shared-outbox'
import type { Store } from './store'

/** Says what is written, in order; `fails` says what cannot be, at which try. */
function scriptedStore(
  fails: (what: string, attempt: number) => boolean = () => false,
  error: Error = new Error('the connection is gone'),
) {
  const written: string[] = []
  const attempts = new Map<string, number>()
  const write = async (what: string) => {
    const attempt = (attempts.get(what) ?? 0) + 1
    attempts.set(what, attempt)
    if (fails(what, attempt)) throw error
    written.push(what)
  }
  const store: Store = {
    saveRound: ({ game, round }) => write(`${names.get(game.id)} ${round}`),
    saveGame: ({ id }) => write(`${names.get(id)} end`),
  }
  return { store, written, attempts }
}

/** What was written of one game, in order: games are written side by side. */
const ofGame = (written: readonly string[], name: string) =>
  written.filter((what) => what.startsWith(`${name} `))

/** What Prisma says of values that the database will never take. */
const notUnique = Object.assign(new Error('not unique'), { code: 'P2002' })

const [one, other] = [gameHeader(), gameHeader()]
const names = new Map([
  [one.id, 'one'],
  [other.id, 'other'],
])
const ada = playerNamed('Ada')
const round = (game: typeof one, index: number) => roundOf(game, index, [drawingBy([ada])])
const end = (game: typeof one) => gameOf(game, [standingOf(ada, 900)])

let folder: string
let outbox: Outbox
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'outbox-order-'))
})
afterEach(async () => {
  await outbox.close()
  await rm(folder, { recursive: true, force: true })
})

test('outbox: a round that fails and is tried again holds its game back, and no other game', async () => {
  const { store, written } = scriptedStore((what, attempt) => what === 'one 1' && attempt === 1)
  outbox = await openOutbox(folder, store, silentLog)
  for (const index of [0, 1]) void outbox.writeRound(round(one, index))
  void outbox.writeGame(end(one))
  void outbox.writeRound(round(other, 0))
  void outbox.writeGame(end(other))
  await expect.poll(() => ofGame(written, 'one')).toEqual(['one 0', 'one 1', 'one end'])
  expect(ofGame(written, 'other')).toEqual(['other 0', 'other end'])
  expect(written.indexOf('other 0')).toBeLessThan(written.indexOf('one 1'))
})

test('outbox: games are written side by side, each in order, and no more of them at once than there is place for', async () => {
  const inOrder = new Map<string, number[]>()
  let [atOnce, most] = [0, 0]
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const store: Store = {
    async saveRound({ game, round: index }) {
      most = Math.max(most, ++atOnce)
      if (most === 96) letGo()
      await gate
      inOrder.set(game.id, [...(inOrder.get(game.id) ?? []), index])
      atOnce--
    },
    saveGame: async () => {},
  }
  outbox = await openOutbox(folder, store, silentLog)
  const games = Array.from({ length: 108 }, () => gameHeader())
  for (const index of [0, 1, 2]) for (const game of games) void outbox.writeRound(round(game, index))
  await expect.poll(() => outbox.depth).toBe(0)
  expect(most).toBe(96)
  expect([...inOrder.values()]).toEqual(games.map(() => [0, 1, 2]))
})

test('retries: a record that always fails holds its game back in order, and others go on', async () => {
  let isBroken = true
  const { store, written, attempts } = scriptedStore((what) => isBroken && what === 'one 0')
  outbox = await openOutbox(folder, store, silentLog)
  for (const index of [0, 1]) void outbox.writeRound(round(one, index))
  void outbox.writeGame(end(one))
  await expect.poll(() => attempts.get('one 0')).toBe(2)
  void outbox.writeRound(round(other, 0))
  void outbox.writeGame(end(other))
  await expect.poll(() => written).toEqual(['other 0', 'other end'])
  isBroken = false
  await expect.poll(() => outbox.depth).toBe(0)
  expect(written).toEqual(['other 0', 'other end', 'one 0', 'one 1', 'one end'])
})

test('retries: pauses grow twofold up to ten seconds, and the first after a success is short again', async () => {
  const fails = 8
  const { store, written } = scriptedStore((_, attempt) => attempt <= fails)
  const pausesMs: number[] = []
  outbox = await openOutbox(folder, store, silentLog, async (ms) => void pausesMs.push(ms))
  const inAll = [250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]
  for (const [index, game] of [one, other].entries()) {
    void outbox.writeRound(round(game, 0))
    await expect.poll(() => written).toHaveLength(index + 1)
    await expect.poll(() => outbox.depth).toBe(0)
    expect(pausesMs.splice(0)).toEqual(inAll)
  }
})

test('dead letters: a record that can never be written is tried once and kept aside; its game and others go on', async () => {
  const { store, written, attempts } = scriptedStore((what) => what === 'one 0', notUnique)
  outbox = await openOutbox(folder, store, silentLog)
  for (const index of [0, 1]) void outbox.writeRound(round(one, index))
  void outbox.writeGame(end(one))
  void outbox.writeGame(end(other))
  await outbox.delivered(one.id)
  await outbox.delivered(other.id)
  expect(ofGame(written, 'one')).toEqual(['one 1', 'one end'])
  expect(ofGame(written, 'other')).toEqual(['other end'])
  expect(attempts.get('one 0')).toBe(1)
  expect(await readdir(folder)).toEqual([`${one.id}-0.json.refused`])
})

test('dead letters: a record that only memory holds is given up, and no file stands for it', async () => {
  const { store, written } = scriptedStore((what) => what === 'one 0', notUnique)
  outbox = await openOutbox(folder, store, silentLog)
  await rm(folder, { recursive: true })
  void outbox.writeRound(round(one, 0))
  void outbox.writeGame(end(one))
  await outbox.delivered(one.id)
  expect(written).toEqual(['one end'])
  await mkdir(folder)
})

test('delivery: a game is delivered when the database has all of it, and what nobody keeps is at once', async () => {
  let isAway = true
  const { store, written, attempts } = scriptedStore(() => isAway)
  outbox = await openOutbox(folder, store, silentLog)
  void outbox.writeRound(round(one, 0))
  void outbox.writeGame(end(one))
  await expect.poll(() => attempts.get('one 0')).toBe(1)
  const seen: string[] = []
  const delivered = outbox.delivered(one.id).then(() => seen.push(...written))
  await outbox.delivered(other.id)
  expect(seen).toEqual([])
  isAway = false
  await delivered
  expect(seen).toEqual(['one 0', 'one end'])
})

test('delivery: who waits for a game of an earlier run is told as well', async () => {
  const name = `${one.id}-0.json`
  await writeFile(path.join(folder, name), JSON.stringify({ kind: 'round', record: round(one, 0) }))
  const { store, written } = scriptedStore()
  outbox = await openOutbox(folder, store, silentLog)
  await outbox.delivered(one.id)
  expect(written).toEqual(['one 0'])
})

test('delivery: pages wait for the outbox of their server, and not for ever', async () => {
  let isAway = true
  const { store, written } = scriptedStore(() => isAway)
  outbox = await openOutbox(folder, store, silentLog)
  shareOutbox(outbox)
  void outbox.writeGame(end(one))
  await whenDelivered(one.id, 0)
  expect(written).toEqual([])
  isAway = false
  await whenDelivered(one.id, 25_000)
  expect(written).toEqual(['one end'])
})

test('outbox: a record that is kept again while it waits is written once', async () => {
  const { store, written } = scriptedStore((_, attempt) => attempt === 1)
  outbox = await openOutbox(folder, store, silentLog)
  void outbox.writeRound(round(one, 0))
  void outbox.writeGame(end(one))
  const again = [outbox.writeRound(round(one, 0)), outbox.writeGame(end(one))]
  expect(outbox.depth).toBe(2)
  await Promise.all(again)
  await expect.poll(() => written).toEqual(['one 0', 'one end'])
})

test('outbox: a round that is kept again finds its place before the end of its game, which the disk had already', async () => {
  await writeFile(path.join(folder, `${one.id}-end.json`), JSON.stringify({ kind: 'game', record: end(one) }))
  const { store, written } = scriptedStore((what, attempt) => what === 'one end' && attempt === 1)
  outbox = await openOutbox(folder, store, silentLog)
  void outbox.writeRound(round(one, 0))
  await expect.poll(() => written).toEqual(['one 0', 'one end'])
})

test('outbox: a record is safe once the disk has it: when the promise settles, the next start would find it', async () => {
  const { store } = scriptedStore(() => true)
  outbox = await openOutbox(folder, store, silentLog)
  await outbox.writeRound(round(one, 0))
  expect(await readdir(folder)).toEqual([`${one.id}-0.json`])
})

test('outbox: a record that neither disk nor database takes is given up when memory is full, without being called safe', async () => {
  let fail = () => {}
  const failed = new Promise<void>((resolve) => {
    fail = resolve
  })
  let isAway = true
  const written: string[] = []
  const saveRound: Store['saveRound'] = async ({ game }) => {
    await failed
    if (isAway) throw new Error('the connection is gone')
    written.push(game.id)
  }
  outbox = await openOutbox(folder, { ...scriptedStore().store, saveRound }, silentLog)
  await rm(folder, { recursive: true })
  const [mostInMemory, mostAtOnce] = [500, 96]
  const games = Array.from({ length: mostInMemory + mostAtOnce }, () => gameHeader())
  const safe: string[] = []
  for (const game of games) void outbox.writeRound(round(game, 0)).then(() => safe.push(game.id))
  await expect.poll(() => outbox.unwritten).toBe(mostInMemory + mostAtOnce)
  // Tried in vain, the first ones wait again, behind the others; they are the oldest none the less.
  fail()
  await expect.poll(() => outbox.depth).toBe(mostInMemory)
  expect(safe).toEqual([])
  isAway = false
  await expect.poll(() => outbox.depth).toBe(0)
  const kept = games.slice(mostAtOnce).map(({ id }) => id)
  expect(written.toSorted()).toEqual(kept.toSorted())
  expect(safe.toSorted()).toEqual(kept.toSorted())
})

test('outbox: when memory is full the oldest record is dropped, and every newer one is written later', async () => {
  let recover = () => {}
  const recovered = new Promise<void>((resolve) => {
    recover = resolve
  })
  const [begun, written]: [string[], string[]] = [[], []]
  const saveRound: Store['saveRound'] = async ({ game }) => {
    begun.push(game.id)
    await recovered
    written.push(game.id)
  }
  const { store } = scriptedStore()
  outbox = await openOutbox(folder, { ...store, saveRound }, silentLog)
  await rm(folder, { recursive: true })
  const mostInMemory = 500
  const games = Array.from({ length: mostInMemory + 108 }, () => gameHeader())
  for (const game of games) void outbox.writeRound(round(game, 0))
  await expect.poll(() => outbox.depth - begun.length).toBe(mostInMemory)
  // What is being written is not lost, whatever comes.
  const waiting = games.filter(({ id }) => !begun.includes(id))
  const lost = waiting.slice(0, waiting.length - mostInMemory)
  recover()
  await expect.poll(() => outbox.depth).toBe(0)
  expect(games.filter(({ id }) => !written.includes(id))).toEqual(lost)
  expect(lost.length).toBeGreaterThan(0)
})

test('outbox: a game does not get on the disk before a round that could not', async () => {
  const { store } = scriptedStore(() => true)
  outbox = await openOutbox(folder, store, silentLog)
  // No file can take the place of a folder, while there is space for any other.
  const inTheWay = `${one.id}-0.json`
  await mkdir(path.join(folder, inTheWay))
  void outbox.writeRound(round(one, 0))
  void outbox.writeGame(end(one))
  await outbox.close()
  expect(await readdir(folder)).toEqual([inTheWay])
  expect(outbox.unwritten).toBe(2)
})

test('outbox: what the disk refused is put there once it has space, though the database is away for longer', async () => {
  const { store } = scriptedStore(() => true)
  outbox = await openOutbox(folder, store, silentLog)
  await rm(folder, { recursive: true })
  const safe = Promise.all([outbox.writeRound(round(one, 0)), outbox.writeGame(end(one))])
  await expect.poll(() => outbox.unwritten).toBe(2)
  await mkdir(folder)
  await safe
  expect(outbox.unwritten).toBe(0)
  expect(await readdir(folder)).toEqual([`${one.id}-0.json`, `${one.id}-end.json`])
})

test('outbox: what a killed server was writing is swept, and what it had written is not', async () => {
  const name = `${one.id}-0.json`
  await writeFile(path.join(folder, name), JSON.stringify({ kind: 'round', record: round(one, 0) }))
  await writeFile(path.join(folder, `${one.id}-1.json.${crypto.randomUUID()}`), '{"kind":')
  const { store } = scriptedStore(() => true)
  outbox = await openOutbox(folder, store, silentLog)
  expect(await readdir(folder)).toEqual([name])
})
