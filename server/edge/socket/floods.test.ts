import { once } from 'node:events'
import { pino } from 'pino'
import { afterEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { encodeInk } from '#game/drawing/ink-codec'
import { protocolVersion } from '#game/protocol/version'
import { guestCookie, sealGuest } from '#server/auth/guest'
import { parseTrustProxy, type TrustProxy } from '#server/edge/http/trust-proxy'
import { type Limits, limits } from '#server/edge/limits'
import { connectPlayer, guestNamed, startGameServer, testSecret } from '#server/testing/game-server'
import { openRawClient, pollingUrl, type RawClient } from '#server/testing/raw-client'

let server: Awaited<ReturnType<typeof startGameServer>>
let logged: { msg: string }[]
afterEach(() => server.close())

async function start(changed: Partial<Limits> = {}, trustProxy?: TrustProxy): Promise<void> {
  logged = []
  const log = pino({ level: 'info', base: null }, { write: (line) => void logged.push(JSON.parse(line)) })
  server = await startGameServer({
    log,
    limits: { ...limits, ...changed },
    ...(trustProxy && { trustProxy }),
  })
}

const cookieOf = async (name: string) => `${guestCookie}=${await sealGuest(guestNamed(name), testSecret)}`
const joinPacket = `40${JSON.stringify({ protocolVersion })}`
const url = () => `${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
/** What a WebSocket says when its TCP connection was cut, and no close frame had come. */
const cutCode = 1006

async function openWebSocket(forwarded?: string): Promise<WebSocket> {
  const headers = { cookie: await cookieOf('Eve'), ...(forwarded && { 'x-forwarded-for': forwarded }) }
  const socket = new WebSocket(url(), { headers })
  socket.on('error', () => {})
  await once(socket, 'open')
  return socket
}

const floods: Record<string, (socket: WebSocket) => void> = {
  'frames that are no messages': (socket) => send(socket, limits.framesPerConnectionPerSecond + 1, '3'),
  'pings of WebSocket': (socket) => {
    for (let sent = 0; sent < limits.framesPerConnectionPerSecond; sent++) socket.ping()
  },
  'large frames': (socket) =>
    send(socket, Math.ceil(limits.bytesPerConnectionPerSecond / 10_000) + 1, `3${'x'.repeat(10_000)}`),
}

function send(socket: WebSocket, count: number, frame: string): void {
  for (let sent = 0; sent < count; sent++) socket.send(frame)
}

test.each(Object.entries(floods))(
  '[P8] flood of %s: the TCP connection is cut, and no close frame waits for an answer',
  async (_, flood) => {
    await start()
    const socket = await openWebSocket()
    const closed = once(socket, 'close')
    flood(socket)
    expect((await closed)[0]).toBe(cutCode)
    expect(logged).toMatchObject([{ reason: 'flood', address: '127.0.0.1' }])
  },
)

test('[P8] flood after a close: a connection that goes on sending after the close frame is cut', async () => {
  await start({ closeMs: 600_000 })
  const socket = await openWebSocket()
  // Deaf to the close frame, as `ws` itself would not be.
  const { _receiver: receiver } = socket as unknown as { _receiver: NodeJS.EventEmitter }
  receiver.removeAllListeners('conclude')
  const closed = once(socket, 'close')
  send(socket, 1, '42["before any socket was asked for"]')
  send(socket, limits.framesPerConnectionPerSecond, '3')
  await closed
  expect(logged).toMatchObject([{ reason: 'flood' }])
})

test('[P8] flood of fragments: a connection that sends a message in too many of them is cut', async () => {
  await start()
  const socket = await openWebSocket()
  const closed = once(socket, 'close')
  for (let sent = 0; sent <= limits.fragmentsPerMessage; sent++) socket.send('4', { fin: false })
  await closed
  expect(logged).toMatchObject([{ reason: 'flood' }])
})

test.each(['websocket', 'polling'] as const)(
  '[P8] refusals by %s: a connection over its refusals is cut before the next message of the packet is read, and logged once',
  async (transport) => {
    await start({ refusalsPerConnectionPerMinute: 5 })
    const client = await openRawClient(transport, server.url, await cookieOf('Eve'))
    client.send(joinPacket)
    await client.hears('40', 1)
    client.send(...Array.from({ length: 20 }, () => '420["cheat:win",{}]'), '421["room:create",{}]')
    expect(await client.closed).toBe('closed')
    const metrics = await (await fetch(`${server.url}/metrics`)).text()
    expect(metrics.split('\n')).toContain('dash_refusals_total{refusal="bad-message"} 6')
    expect(server.app.rooms.count).toBe(0)
    expect(logged).toMatchObject([{ reason: 'refusals', refusal: 'bad-message' }])
  },
)

/** A pen at work in a room of its own. */
async function openPen(
  transport: 'websocket' | 'polling',
): Promise<{ client: RawClient; batches: string[] }> {
  const client = await openRawClient(transport, server.url, await cookieOf('Eve'))
  client.send(joinPacket)
  await client.hears('40', 1)
  client.send('420["room:create",{}]')
  await client.hears('430', 1)
  const ink = JSON.stringify({
    round: 0,
    drawing: 0,
    from: 0,
    inkText: encodeInk([{ kind: 'lift', atMs: 0 }]),
  })
  return { client, batches: Array.from({ length: 180 }, () => `421["ink:add",${ink}]`) }
}

describe.each(['websocket', 'polling'] as const)(
  '[P8] backlog after a network hang of six seconds, by %s',
  (transport) => {
    test('three times a minute: the backlog of a pen is taken without cutting or blocking anybody', async () => {
      await start({ floodsPerAddressPerMinute: 1 })
      const { client, batches } = await openPen(transport)
      for (let hiccup = 1; hiccup <= 3; hiccup++) {
        for (let place = 0; place < batches.length; place += 60)
          client.send(...batches.slice(place, place + 60))
        await client.hears('431[{"ok":false', batches.length * hiccup)
        server.clock.advance(6_000)
      }
      client.send('422["room:resync",{}]')
      await client.hears('432[{"ok":true', 1)
      expect(logged).toEqual([])
      expect((await fetch(server.url)).status).toBe(200)
    })

    test('a pen that sends without a pause for a minute is a flood', async () => {
      await start({ messagesPerConnectionPerMinute: 300 })
      const { client, batches } = await openPen(transport)
      for (let place = 0; place < batches.length; place += 60)
        client.send(...batches.slice(place, place + 60))
      await client.hears('431', batches.length)
      for (let place = 0; place < batches.length; place += 60)
        client.send(...batches.slice(place, place + 60))
      expect(await client.closed).toBe('closed')
      expect(logged).toMatchObject([{ reason: 'flood' }])
    })
  },
)

test('[P8] seat taken elsewhere: late ink of the old connection is dropped, and not counted as a flood', async () => {
  await start({ floodsPerAddressPerMinute: 1 })
  const { client, batches } = await openPen('websocket')
  const [{ code, players: [eve] = [] } = {}] = [...server.app.rooms.all()]
  // Deaf to the close frame, so that all the rest is on its way when the server closes.
  client.ignoreClose()
  const elsewhere = await connectPlayer(server.url, { ...guestNamed('Eve'), id: eve?.id ?? '' })
  await elsewhere.ask('room:join', { code: code ?? '', isSpectator: false })
  client.send(...batches)
  expect(await client.closed).toBe('closed')
  expect(logged).toEqual([])
  expect((await fetch(server.url)).status).toBe(200)
})

test('[P8] untrusted proxy: a flood through it blocks nobody else behind it', async () => {
  await start({ floodsPerAddressPerMinute: 1 })
  const socket = await openWebSocket('198.51.100.1')
  const closed = once(socket, 'close')
  send(socket, limits.framesPerConnectionPerSecond + 1, '3')
  await closed
  expect(logged).toContainEqual(expect.objectContaining({ reason: 'flood', address: '127.0.0.1' }))
  const headers = { 'x-forwarded-for': '198.51.100.2' }
  expect((await fetch(server.url, { headers })).status).toBe(200)
  expect((await fetch(pollingUrl(server.url), { headers })).status).toBe(200)
})

test('[P8] blocked address: it reads why, and health checks and metrics are still answered', async () => {
  await start({ floodsPerAddressPerMinute: 1 })
  const socket = await openWebSocket()
  const closed = once(socket, 'close')
  send(socket, limits.framesPerConnectionPerSecond + 1, '3')
  await closed
  const statusOf = async (path: string) => (await fetch(server.url + path)).status
  expect([await statusOf('/'), await statusOf('/healthz'), await statusOf('/metrics')]).toEqual([
    429, 200, 200,
  ])
  server.clock.advance(60_000)
  expect(await statusOf('/')).toBe(200)
})

test('[P8] close frame: a client that ignores it is cut after a while', async () => {
  await start({ closeMs: 50 })
  const client = await openRawClient('websocket', server.url, await cookieOf('Eve'))
  client.send(joinPacket)
  await client.hears('40', 1)
  client.ignoreClose()
  server.app.dismiss(() => true)
  expect(await client.closed).toBe('closed')
})

test('[P8] seatless connection: it is cut after a minute, one with a seat is not', async () => {
  await start()
  const ann = await connectPlayer(server.url, guestNamed('Ann'))
  await ann.ask('room:create', {})
  await ann.sees(({ seats }) => seats.length === 1)
  const idle = await connectPlayer(server.url, guestNamed('Eve'))
  const closed = new Promise((resolve) => idle.socket.on('disconnect', resolve))
  server.clock.advance(limits.seatlessMs + limits.lagProbeMs)
  expect(await closed).toBe('transport close')
  expect(await ann.ask('room:resync', {})).toEqual({ ok: true })
})

test('[P8] seatless connection: one that gives up its seat has as long again to take another', async () => {
  await start()
  const eve = await connectPlayer(server.url, guestNamed('Eve'))
  await eve.ask('room:create', {})
  server.clock.advance(limits.seatlessMs + limits.lagProbeMs)
  expect(await eve.ask('room:leave', {})).toEqual({ ok: true })
  server.clock.advance(limits.seatlessMs)
  expect(await eve.ask('room:resync', {})).toEqual({ ok: false, refusal: 'not-seated' })
  const closed = new Promise((resolve) => eve.socket.on('disconnect', resolve))
  server.clock.advance(limits.lagProbeMs)
  expect(await closed).toBe('transport close')
  expect(logged).toMatchObject([{ reason: 'seatless', player: eve.guest.id }])
})

test('[P8] trusted proxy: after floods the forwarded address is blocked, not the proxy', async () => {
  await start({ floodsPerAddressPerMinute: 1 }, parseTrustProxy('loopback'))
  const socket = await openWebSocket('198.51.100.1')
  const closed = once(socket, 'close')
  send(socket, limits.framesPerConnectionPerSecond + 1, '3')
  await closed
  const statusesFor = async (forwarded: string) => {
    const headers = { 'x-forwarded-for': forwarded }
    const answers = [await fetch(server.url, { headers }), await fetch(pollingUrl(server.url), { headers })]
    return answers.map(({ status }) => status)
  }
  expect(await statusesFor('198.51.100.1')).toEqual([429, 403])
  expect(await statusesFor('198.51.100.2')).toEqual([200, 200])
})
