import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { protocolVersion } from '#game/protocol/version'
import { settings } from '#game/settings'
import { guestCookie, sealGuest } from '#server/auth/guest'
import { type Limits, limits } from '#server/edge/limits'
import { connectPlayer, guestNamed, startGameServer, testSecret } from '#server/testing/game-server'
import { frameSeparator, openRawClient, pollingUrl, shakeHands } from '#server/testing/raw-client'

type Server = Awaited<ReturnType<typeof startGameServer>>
let server: Server

beforeEach(async () => {
  server = await startGameServer()
})
afterEach(() => server.close())

async function restartWith(changed: Partial<Limits>): Promise<void> {
  await server.close()
  server = await startGameServer({ limits: { ...limits, ...changed } })
}

const eve = guestNamed('Eve')
const connectPacket = `40${JSON.stringify({ protocolVersion })}`
const eveCookie = async () => `${guestCookie}=${await sealGuest(eve, testSecret)}`
const handshake = (headers: Record<string, string> = {}) => fetch(pollingUrl(server.url), { headers })

async function refusalOf(answer: Promise<Response>): Promise<[status: number, reason: string]> {
  const response = await answer
  return [response.status, (await response.json()).message]
}

describe('[P5] long polling has the rules of WebSocket', () => {
  test.each([
    ['by its origin', { origin: 'https://evil.example' }],
    ['by what the browser says of it', { 'sec-fetch-site': 'cross-site' }],
  ])('foreign origin, known %s: refused', async (_, headers) => {
    expect(await refusalOf(handshake(headers))).toEqual([403, 'foreign-origin'])
  })

  test('foreign origin: it cannot send or poll on an open connection, and CORS does not allow it', async () => {
    const url = pollingUrl(server.url, await shakeHands(server.url, { cookie: await eveCookie() }))
    const origin = 'https://evil.example'
    expect((await fetch(url, { method: 'POST', headers: { origin }, body: connectPacket })).status).toBe(403)
    expect((await fetch(url, { headers: { origin } })).status).toBe(403)
    const preflight = await fetch(url, { method: 'OPTIONS', headers: { origin } })
    expect([preflight.status, preflight.headers.get('cache-control')]).toEqual([405, 'no-store'])
    const own = await fetch(url, { method: 'POST', headers: { origin: server.url }, body: connectPacket })
    expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([200, null])
    expect(own.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('handshake limit: both transports count', async () => {
    await restartWith({ handshakesPerAddressPerMinute: 2 })
    await connectPlayer(server.url, eve)
    expect((await handshake()).status).toBe(200)
    expect(await refusalOf(handshake())).toEqual([403, 'too-many-from-here'])
  })

  test('connection limit: a connection counts for its address until it is closed', async () => {
    await restartWith({ connectionsPerAddress: 1 })
    const client = await openRawClient('polling', server.url, await eveCookie())
    expect(await refusalOf(handshake())).toEqual([403, 'too-many-connections'])
    client.send('1')
    await client.closed
    expect((await handshake()).status).toBe(200)
  })

  test('connection limit: holds for handshakes in one packet', async () => {
    await restartWith({ connectionsPerAddress: 2 })
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    const ask = 'GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: 127.0.0.1\r\n'
    socket.write([...Array(7).fill(ask), `${ask}Connection: close\r\n`].join('\r\n').concat('\r\n'))
    await text(socket)
    expect((await (await fetch(`${server.url}/metrics`)).text()).split('\n')).toContain(
      'dash_connections{transport="polling"} 2',
    )
  })

  test('body over the limit: refused, with or without a Content-Length', async () => {
    const url = pollingUrl(server.url, await shakeHands(server.url, { cookie: await eveCookie() }))
    const body = `4${'x'.repeat(settings.maxMessageBytes)}`
    expect((await fetch(url, { method: 'POST', body })).status).toBe(413)
    const stream = new Blob([body]).stream()
    const unsized = { method: 'POST', body: stream, duplex: 'half' } as RequestInit
    expect((await fetch(url, unsized)).status).toBe(413)
  })

  /** A connection that knows the server's greeting, and from then on sends and fetches only as it is told. */
  async function enter() {
    const headers = { cookie: await eveCookie() }
    const url = pollingUrl(server.url, await shakeHands(server.url, headers))
    const ask = async (init: RequestInit) => {
      const response = await fetch(url, { headers, ...init })
      return { status: response.status, text: await response.text() }
    }
    const send = (...frames: string[]) => ask({ method: 'POST', body: frames.join(frameSeparator) })
    await send(connectPacket)
    expect((await ask({})).text).toMatch(/^40/)
    return { url, send, poll: async () => (await ask({})).text }
  }

  test('slow client: one that sends and never polls is dropped', async () => {
    await restartWith({ behindBytes: 2_000, caughtUpBytes: 100 })
    const { send } = await enter()
    await send('420["room:create",{}]')
    await send(...Array.from({ length: 15 }, (_, id) => `42${id}["room:resync",{}]`))
    server.clock.advance(limits.lagProbeMs)
    expect((await send('3')).status).toBe(200)
    server.clock.advance(limits.lostAfterMs + limits.lagProbeMs)
    expect((await send('3')).text).toContain('Session ID unknown')
  })

  test('closed page: the aborted poll disconnects it at once', async () => {
    const ann = await connectPlayer(server.url, guestNamed('Ann'))
    await ann.ask('room:create', {})
    const { code } = await ann.sees(({ seats }) => seats.length === 1)
    const { url, send, poll } = await enter()
    await send(`42${JSON.stringify(['room:join', { code, isSpectator: false }])}`)
    await ann.sees(({ seats }) => seats.length === 2)
    while (!(await poll()).includes('room:view'));
    const page = connect(Number(new URL(url).port), '127.0.0.1')
    page.end(`GET ${url.slice(server.url.length)} HTTP/1.1\r\nHost: game\r\n\r\n`)
    await ann.sees(({ seats }) => seats.some(({ isConnected }) => !isConnected))
  })

  test.each([
    ['same-origin', 200],
    ['none', 200],
    ['same-site', 403],
    ['cross-site', 403],
  ])('a GET without an Origin whose Sec-Fetch-Site is %s: %d', async (site, status) => {
    expect((await handshake({ 'sec-fetch-site': site })).status).toBe(status)
  })

  test('closing server: a polling client fetches the news, and the server waits no longer than for that', async () => {
    await restartWith({ goodbyeMs: 600_000 })
    const client = await openRawClient('polling', server.url, await eveCookie())
    client.send(connectPacket)
    await client.hears('40', 1)
    await server.app.close()
    await client.hears('42["server:closing",{}]', 1)
    expect(await client.closed).toBe('closed')
  })

  test('closing server: a client that does not poll is not waited for for long', async () => {
    await restartWith({ goodbyeMs: 10 })
    await shakeHands(server.url, { cookie: await eveCookie() })
    await server.app.close()
    expect([...(await (await fetch(`${server.url}/metrics`)).text()).split('\n')]).toContain(
      'dash_connections{transport="polling"} 0',
    )
  })

  test('closing server: new connections are refused as server-closing', async () => {
    await server.app.close()
    expect(await refusalOf(handshake())).toEqual([403, 'server-closing'])
  })

  test('upgrade: refused, a connection keeps the transport it began with', async () => {
    const sid = await shakeHands(server.url, { cookie: await eveCookie() })
    const url = `${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket&sid=${sid}`
    const [, answer] = await once(new WebSocket(url), 'unexpected-response')
    expect((answer as IncomingMessage).statusCode).toBe(400)
  })
})
