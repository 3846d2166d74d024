import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { guestCookie, sealGuest } from '#server/auth/guest'
import { limits } from '#server/edge/limits'
import { guestNamed, startGameServer, testSecret } from '#server/testing/game-server'

type Server = Awaited<ReturnType<typeof startGameServer>>
let server: Server

beforeEach(async () => {
  vi.resetModules()
  server = await startGameServer()
})
afterEach(() => server.close())

/** A network on which a WebSocket gets a no, or no answer. */
async function openNetwork(url: string, isSilent: boolean) {
  const ends = new Set<Socket>()
  let upgrades = 0
  const relay = createServer((near) => {
    ends.add(near.on('error', () => {}))
    near.once('data', (first) => {
      if (/upgrade: websocket/i.test(String(first))) {
        upgrades++
        if (!isSilent) near.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
        return
      }
      const far = connect(Number(new URL(url).port), '127.0.0.1')
      ends.add(far.on('error', () => {}))
      far.write(first)
      near.pipe(far).pipe(near)
      near.on('close', () => far.destroy())
    })
  })
  relay.listen(0, '127.0.0.1')
  await once(relay, 'listening')
  return {
    url: `http://127.0.0.1:${(relay.address() as AddressInfo).port}`,
    upgrades: () => upgrades,
    cut() {
      for (const end of ends) end.destroy()
      ends.clear()
    },
    close: () => relay.close(),
  }
}

test.each([
  ['refuses', false],
  ['swallows', true],
])(
  '[P5] transports: on a network that %s WebSockets a room opens by long polling, and does not try them again',
  async (_, isSilent) => {
    const { openRoom } = await import('./room-client')
    const network = await openNetwork(server.url, isSilent)
    const cookie = `${guestCookie}=${await sealGuest(guestNamed('Ann'), testSecret)}`
    const client = openRoom({
      ...{ target: { name: 'new' }, isSpectator: false, onCode() {} },
      ...{ url: network.url, headers: { cookie } },
    })
    const states: string[] = []
    client.store.subscribe(({ connection: { name } }) => {
      if (states.at(-1) !== name) states.push(name)
    })
    await vi.waitUntil(() => states.at(-1) === 'connected', 60_000)
    expect(network.upgrades()).toBe(1)
    await vi.waitUntil(() => {
      // Between two polls there is nothing to cut.
      if (!states.includes('reconnecting')) network.cut()
      return states.slice(-2).join() === 'reconnecting,connected'
    }, 60_000)
    expect(network.upgrades()).toBe(1)
    client.close()
    network.cut()
    network.close()
  },
)

test('[P6] transports: a refusal is heard by long polling, though a refused WebSocket says nothing', async () => {
  await server.close()
  server = await startGameServer({ limits: { ...limits, connectionsPerAddress: 0 } })
  const { openRoom } = await import('./room-client')
  const client = openRoom({ target: { name: 'new' }, isSpectator: false, onCode() {}, url: server.url })
  await vi.waitUntil(() => client.store.getState().line.reason !== null, 60_000)
  const { line, connection } = client.store.getState()
  expect(line).toEqual({ isOpen: false, reason: 'too-many-connections' })
  expect(connection, 'it may take some more soon').toEqual({ name: 'connecting' })
  client.close()
})

test('transports: where a WebSocket has worked once, it is tried first, whatever happened in between', async () => {
  const { rememberTransport, transportsToTry } = await import('./transports')
  const names = () => transportsToTry().map(({ prototype }) => prototype.name)
  expect(names()).toEqual(['websocket', 'polling'])
  rememberTransport('websocket')
  rememberTransport('polling')
  expect(names()).toEqual(['websocket', 'polling'])
})
