import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import type { Components } from '#server/app'
import { UnreadyError } from '#server/edge/operations/readiness'
import { connectPlayer, guestNamed, openSocket, startGameServer } from '#server/testing/game-server'

type Server = Awaited<ReturnType<typeof startGameServer>>
let server: Server
afterEach(() => server.close())

async function start(operations: Partial<NonNullable<Components['operations']>> = {}) {
  server = await startGameServer({ operations: { checks: {}, isAdmin: async () => false, ...operations } })
}

/** Like fetch, and lets a test say which Host it asks for. */
async function get(path: string, headers: Record<string, string> = {}) {
  const { port } = new URL(server.url)
  const asked = request({ host: '127.0.0.1', port, path, headers: { host: `localhost:${port}`, ...headers } })
  return new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    asked.on('response', async (response) =>
      resolve({ status: response.statusCode, body: await text(response) }),
    )
    asked.on('error', reject)
    asked.end()
  })
}

test('healthz: a running process answers ok, whatever is missing', async () => {
  await start({ checks: { database: () => Promise.reject(new Error('away')) } })
  expect(await get('/healthz')).toEqual({ status: 200, body: 'ok' })
})

test('readyz: a server is ready when each part is', async () => {
  await start({ checks: { database: async () => {}, disk: async () => {} } })
  const { status, body } = await get('/readyz')
  expect(status).toBe(200)
  expect(JSON.parse(body)).toEqual({ database: 'ok', disk: 'ok' })
})

test('readyz: a part that fails is named with its reason, and no error leaks a secret', async () => {
  const secret = 'postgresql://user:password@host'
  await start({
    checks: {
      database: () => Promise.reject(new Error(secret)),
      disk: () => Promise.reject(new UnreadyError('takes no file (ENOSPC)')),
      judge: async () => {},
    },
  })
  const { status, body } = await get('/readyz')
  expect(status).toBe(503)
  expect(JSON.parse(body)).toEqual({ database: 'fails', disk: 'takes no file (ENOSPC)', judge: 'ok' })
})

test('readyz: a part that hangs does not hang the answer', async () => {
  await start({ checks: { database: () => new Promise(() => {}), disk: async () => {} } })
  const { status, body } = await get('/readyz')
  expect(status).toBe(503)
  expect(JSON.parse(body)).toEqual({ database: 'no answer within 1 s', disk: 'ok' })
})

test('metrics: readable from this machine, not by a proxied request or under a rebound name', async () => {
  await start()
  expect((await get('/metrics')).status).toBe(200)
  expect((await get('/metrics', { 'x-forwarded-for': '203.0.113.7' })).status).toBe(401)
  expect((await get('/metrics', { host: 'rebound.example' })).status).toBe(401)
})

test('metrics: with a public address, loopback proves nothing, for the proxy is on this machine', async () => {
  server = await startGameServer({
    publicUrl: 'https://dash.example',
    operations: { checks: {}, isAdmin: async () => false },
  })
  expect((await get('/metrics')).status).toBe(401)
})

test('metrics: a proxy is detected by Via, X-Real-IP and Connection: close', async () => {
  await start()
  expect((await get('/metrics', { via: '1.1 proxy' })).status).toBe(401)
  expect((await get('/metrics', { 'x-real-ip': '203.0.113.7' })).status).toBe(401)
  expect((await get('/metrics', { connection: 'close' })).status).toBe(401)
})

test('metrics: refusals of HTTP and of the handshake are counted by name', async () => {
  await start()
  await get('/', { host: 'rebound.example' })
  const socket = await openSocket(server.url, null)
  await new Promise((resolve) => socket.on('connect_error', resolve))
  const lines = (await get('/metrics')).body.split('\n')
  expect(lines).toContain('dash_refusals_total{refusal="foreign-origin"} 1')
  expect(lines).toContain('dash_refusals_total{refusal="no-identity"} 1')
})

test('metrics: readable from anywhere with the token, and by the admin', async () => {
  const metricsToken = 'a token for scrapers'
  await start({ metricsToken, isAdmin: async ({ headers }) => headers.cookie === 'admin' })
  const elsewhere = { 'x-forwarded-for': '203.0.113.7' }
  const withToken = (token: string) => get('/metrics', { ...elsewhere, authorization: `Bearer ${token}` })
  expect((await withToken(metricsToken)).status).toBe(200)
  expect((await withToken('another token')).status).toBe(401)
  expect((await get('/metrics', { ...elsewhere, cookie: 'admin' })).status).toBe(200)
})

test('metrics: rooms, connections, refusals, ink and guesses of a game are counted', async () => {
  await start()
  const ann = await connectPlayer(server.url, guestNamed('Ann'))
  await ann.ask('room:create', { settings: { ...defaultRoomSettings, digits: [7] } })
  await ann.ask('player:kick', { playerId: crypto.randomUUID() })
  await ann.ask('game:start', {})
  await ann.sees(({ phase }) => phase.name === 'countdown')
  server.clock.advance(settings.countdownMs)
  await ann.sees(({ phase }) => phase.name === 'drawing')
  const points = [
    { x: 100, y: 100, t: 0 },
    { x: 500, y: 120, t: 16 },
  ]
  const inkText = encodeInk([{ kind: 'draw', atMs: 0, points }])
  await ann.ask('ink:add', { round: 0, drawing: 0, from: 0, inkText })
  server.clock.advance(settings.inkBatchMs)
  await ann.hears('guess:made')
  const { body } = await get('/metrics')
  const lines = body.split('\n')
  expect(lines).toContain('dash_rooms{phase="drawing"} 1')
  expect(lines).toContain('dash_players{connected="true"} 1')
  expect(lines).toContain('dash_players{connected="false"} 0')
  expect(lines).toContain('dash_connections{transport="websocket"} 1')
  expect(lines).toContain('dash_refusals_total{refusal="no-such-player"} 1')
  expect(lines).toContain('dash_ink_latency_seconds_count 1')
  expect(lines).toContain('dash_guess_latency_seconds_count 1')
  expect(lines).toContain('dash_model_info{version="digits-v1",engine="wasm"} 1')
  expect(body).not.toContain('Ann')
})
