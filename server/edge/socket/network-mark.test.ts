import { io } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { protocolVersion } from '#game/protocol/version'
import { settings } from '#game/settings'
import { guestCookie, sealGuest } from '#server/auth/guest'
import { networkMark } from '#server/edge/http/client-address'
import { parseTrustProxy } from '#server/edge/http/trust-proxy'
import { createMemoryJournal } from '#server/testing/fakes/memory-journal'
import { guestNamed, startGameServer, testSecret } from '#server/testing/game-server'

type Server = Awaited<ReturnType<typeof startGameServer>>
let server: Server
let journal: ReturnType<typeof createMemoryJournal>

beforeEach(async () => {
  journal = createMemoryJournal()
  server = await startGameServer({ journal, trustProxy: parseTrustProxy('loopback') })
})
afterEach(() => server.close())

/** A player whose browser is at this address, behind the proxy. */
async function playerFrom(address: string) {
  const guest = guestNamed('Ann')
  const cookie = `${guestCookie}=${await sealGuest(guest, testSecret)}`
  const socket = io(server.url, {
    ...{ transports: ['websocket'], forceNew: true, reconnection: false, auth: { protocolVersion } },
    extraHeaders: { cookie, 'x-forwarded-for': address },
  })
  const ask = (name: string, message: object) => socket.emitWithAck(name, message)
  return { guest, ask, leave: () => socket.disconnect() }
}

test('[F8] network mark: seats of one address share one in the record, and the address itself is in no journal, view or record', async () => {
  const [household, stranger] = ['2001:db8:1:2::5', '203.0.113.9']
  const ann = await playerFrom(household)
  const ben = await playerFrom('2001:db8:1:2:ffff::6')
  const cyd = await playerFrom(stranger)
  const { code } = await ann.ask('room:create', { settings: { ...defaultRoomSettings, rounds: 1 } })
  for (const player of [ben, cyd]) await player.ask('room:join', { code, isSpectator: false })
  await ann.ask('game:start', {})
  while (server.games.length === 0) server.clock.advance(settings.revealMs)

  const networks = server.games[0]?.standings.map(({ player, network }) => [player.id, network] as const)
  const networkOf = new Map(networks)
  expect(networkOf.get(ann.guest.id)).toBe(networkOf.get(ben.guest.id))
  expect(networkOf.get(cyd.guest.id)).not.toBe(networkOf.get(ann.guest.id))
  const kept = JSON.stringify([[...journal.rooms.values()], server.games, server.rounds])
  expect(kept).toContain(networkMark(testSecret, code, stranger))
  for (const part of ['2001:db8', stranger]) expect(kept).not.toContain(part)
  for (const player of [ann, ben, cyd]) player.leave()
})

test('[F8] network mark: it does not reveal the address, and differs from room to room', () => {
  const mark = networkMark(testSecret, 'CDFGH', '203.0.113.9')
  expect(networkMark(testSecret, 'CDFGH', '203.0.113.9')).toBe(mark)
  expect(networkMark(testSecret, 'CDFGJ', '203.0.113.9')).not.toBe(mark)
  expect(networkMark('another secret', 'CDFGH', '203.0.113.9')).not.toBe(mark)
})
