import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silentLog } from '#server/testing/database'
import { drawingBy, gameHeader, gameOf, playerNamed, roundOf, standingOf } from '#server/testing/records'
import { type Outbox, openOutbox } from './outbox'
import type { Store } from './store'

/** Says what is written, in order; `fails` says what cannot be, at which try. */
function scriptedStore(fails: (what: string, attempt: number) => boolean = () => false) {
  const written: string[] = []
  const attempts = new Map<string, number>()
  const write = async (what: string) => {
    const attempt = (attempts.get(what) ?? 0) + 1
    attempts.set(what, attempt)
    if (fails(what, attempt)) throw new Error('the connection is gone')
    written.push(what)
  }
  const store: Store = {
    saveRound: ({ game, round }) => write(`${names.get(game.id)} ${round}`),
    saveGame: ({ id }) => write(`${names.get(id)} end`),
  }
  return { store, written }
}

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

test('a round that fails and is tried again holds its game back, and no other game', async () => {
  const { store, written } = scriptedStore((what, attempt) => what === 'one 1' && attempt === 1)
  outbox = await openOutbox(folder, store, silentLog)
  for (const index of [0, 1]) void outbox.keepRound(round(one, index))
  void outbox.keepGame(end(one))
  void outbox.keepRound(round(other, 0))
  void outbox.keepGame(end(other))
  await expect.poll(() => written).toEqual(['one 0', 'other 0', 'other end', 'one 1', 'one end'])
})

test('a record that is kept again while it waits is written once', async () => {
  const { store, written } = scriptedStore((_, attempt) => attempt === 1)
  outbox = await openOutbox(folder, store, silentLog)
  void outbox.keepRound(round(one, 0))
  void outbox.keepGame(end(one))
  await Promise.all([outbox.keepRound(round(one, 0)), outbox.keepGame(end(one))])
  await expect.poll(() => written).toEqual(['one 0', 'one end'])
})

test('a round that is kept again finds its place before the end of its game, which the disk had already', async () => {
  await writeFile(path.join(folder, `${one.id}-end.json`), JSON.stringify({ kind: 'game', record: end(one) }))
  const { store, written } = scriptedStore((what, attempt) => what === 'one end' && attempt === 1)
  outbox = await openOutbox(folder, store, silentLog)
  void outbox.keepRound(round(one, 0))
  await expect.poll(() => written).toEqual(['one 0', 'one end'])
})

test('kept is what the disk has: when the promise settles, the next start would find it', async () => {
  const { store } = scriptedStore(() => true)
  outbox = await openOutbox(folder, store, silentLog)
  await outbox.keepRound(round(one, 0))
  expect(await readdir(folder)).toEqual([`${one.id}-0.json`])
})

test('a record that neither disk nor database takes is given up without being called safe', async () => {
  const { store } = scriptedStore(() => true)
  outbox = await openOutbox(folder, store, silentLog)
  await rm(folder, { recursive: true })
  const mostInMemory = 500
  let safe = 0
  const count = () => void safe++
  for (let index = 0; index <= mostInMemory; index++)
    void outbox.keepRound(round(gameHeader(), 0)).then(count)
  await expect.poll(() => outbox.depth).toBe(mostInMemory)
  await new Promise(setImmediate)
  expect(safe).toBe(0)
})

test('a game does not get on the disk before a round that could not', async () => {
  const { store } = scriptedStore(() => true)
  outbox = await openOutbox(folder, store, silentLog)
  await rm(folder, { recursive: true })
  void outbox.keepRound(round(one, 0))
  void outbox.keepGame(end(one))
  await outbox.close()
  expect(await readdir(path.dirname(folder))).not.toContain(path.basename(folder))
})

test('what the disk refused is put there once it has space, though the database is away for longer', async () => {
  const { store } = scriptedStore(() => true)
  outbox = await openOutbox(folder, store, silentLog)
  await rm(folder, { recursive: true })
  const safe = Promise.all([outbox.keepRound(round(one, 0)), outbox.keepGame(end(one))])
  await expect.poll(() => outbox.unwritten).toBe(2)
  await mkdir(folder)
  await safe
  expect(outbox.unwritten).toBe(0)
  expect(await readdir(folder)).toEqual([`${one.id}-0.json`, `${one.id}-end.json`])
})

test('what a killed server was writing is swept, and what it had written is not', async () => {
  const name = `${one.id}-0.json`
  await writeFile(path.join(folder, name), JSON.stringify({ kind: 'round', record: round(one, 0) }))
  await writeFile(path.join(folder, `${one.id}-1.json.${crypto.randomUUID()}`), '{"kind":')
  const { store } = scriptedStore(() => true)
  outbox = await openOutbox(folder, store, silentLog)
  expect(await readdir(folder)).toEqual([name])
})
