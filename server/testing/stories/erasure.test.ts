import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { needsDatabase } from '#server/edge/http/database-away'
import { limits } from '#server/edge/limits'
import { findReplay } from '#server/store/games/find-replay'
import { openOutbox } from '#server/store/outbox/outbox'
import { createStore } from '#server/store/outbox/store'
import { erasePlayer } from '#server/store/players/erase-player'
import { followErasures } from '#server/store/players/follow-erasures'
import { silentLog } from '#server/testing/database'
import { connectPlayer, guestNamed, openSocket, startGameServer } from '#server/testing/game-server'
import { createManualClock } from '#server/testing/manual-clock'
import { drawingBy, gameHeader, gameOf, playerNamed, roundOf, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
let server: Awaited<ReturnType<typeof startGameServer>>
afterEach(() => server?.close())

test('[C8] erasure: the player leaves their room, on every device, and the others play on', async () => {
  server = await startGameServer()
  const [host, gone] = [guestNamed('Ada'), guestNamed('Ben')]
  const ada = await connectPlayer(server.url, host)
  const made = await ada.ask('room:create', {})
  const code = (made.ok && made.code) || ''
  const ben = await connectPlayer(server.url, gone)
  await ben.ask('room:join', { code, isSpectator: false })
  const elsewhere = await connectPlayer(server.url, gone)
  await ada.sees(({ seats }) => seats.length === 2)

  const ended = Promise.all(
    [ben, elsewhere].map(({ socket }) => new Promise((resolve) => socket.on('disconnect', resolve))),
  )
  server.app.dismiss((id) => id === gone.id)
  await ended
  await ada.sees(({ seats }) => seats.length === 1)
  expect([...server.app.rooms.all()].flatMap(({ players }) => players.map(({ id }) => id))).toEqual([host.id])
})

test('[C8] erasure: a cookie that is left on another device opens no connection', async () => {
  const gone = guestNamed('Ben')
  const ofErased = { isBanned: false, refusedName: null, name: '', isErased: true }
  server = await startGameServer({
    moderation: { findStatus: async () => ofErased, saveReport: async () => {} },
  })
  const socket = await openSocket(server.url, gone)
  const refusal = await new Promise<Error>((resolve) => socket.on('connect_error', resolve))
  expect(refusal.message).toBe('no-identity')
})

test('[C8] erasure: other servers on the same database notice it', async () => {
  const [ben, ada] = [playerNamed('Ben'), playerNamed('Ada')]
  await erasePlayer(store.prisma, ben.id)
  const clock = createManualClock()
  const isGone = await new Promise<(id: string) => boolean>((resolve) => {
    const stop = followErasures(
      store.prisma,
      { dismiss: (predicate) => resolve(predicate) },
      { clock, log: silentLog },
    )
    clock.advance(2_000)
    server = { close: async () => stop() } as typeof server
  })
  expect([ben.id, ada.id].map(isGone)).toEqual([true, false])
})

test('[C8] erasure: a record of the outbox that is written after it names nobody', async () => {
  const [ada, ben] = [playerNamed('Adalhardis'), playerNamed('Ben')]
  const game = gameHeader()
  let isAway = true
  const real = createStore(store.prisma)
  const away = async () => {
    if (isAway) throw new Error('the database is away')
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'outbox-'))
  const outbox = await openOutbox(
    folder,
    {
      saveRound: (record) => away().then(() => real.saveRound(record)),
      saveGame: (record) => away().then(() => real.saveGame(record)),
    },
    silentLog,
  )
  await outbox.writeRound(roundOf(game, 0, [drawingBy([ada]), drawingBy([ben], { canvas: 1 })]))
  await outbox.writeGame(
    gameOf(game, [standingOf(ada, 900), standingOf(ben, 100, { rank: 2, firstCanvas: 1 })]),
  )
  await erasePlayer(store.prisma, ada.id)
  isAway = false
  await expect.poll(() => outbox.depth).toBe(0)
  await outbox.close()
  const replay = await findReplay(store.prisma, game.id)
  expect(replay?.standings.map(({ player, score }) => [player.name, score])).toEqual([
    ['A former player', 900],
    ['Ben', 100],
  ])
  expect(JSON.stringify(replay)).not.toMatch(new RegExp(`${ada.id}|${ada.name}`))
  expect(await store.prisma.player.count()).toBe(1)
})

test('[C6] erasure: a page of another origin cannot ask for it', async () => {
  server = await startGameServer()
  const address = `${server.url}/api/player/erase`
  const foreign = await fetch(address, { method: 'POST', headers: { origin: 'http://elsewhere.test' } })
  expect([foreign.status, await foreign.json()]).toEqual([403, { refusal: 'foreign-origin' }])
})

test.each([
  ['erasures', 'POST', '/api/player/erase', limits.erasuresPerAddressPerMinute],
  ['downloads', 'GET', '/api/player/data', limits.downloadsPerAddressPerMinute],
])('rate limit: %s from one address are bounded', async (_what, method, address, most) => {
  server = await startGameServer()
  const ask = () => fetch(server.url + address, { method, headers: { origin: server.url } })
  const answers = []
  for (let count = 0; count <= most; count++) answers.push((await ask()).status)
  expect(answers.filter((status) => status === 200)).toHaveLength(most)
  expect(answers.at(-1)).toBe(429)
})

test.each(['/api/player/erase', '/api/player/data', '/api/player/listing', '/profile/data'])(
  '%s says that the database is away',
  (url) => expect(needsDatabase({ url })).toBe(true),
)
test.each(['/privacy', '/api/player'])('database: %s does without', (url) => {
  expect(needsDatabase({ url })).toBe(false)
})
