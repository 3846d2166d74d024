import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Components } from '#server/app'
import { limits } from '#server/edge/limits'
import { startGameServer } from '#server/testing/game-server'
import de from '../../../app/_web/kit/i18n/messages/de/common.json' with { type: 'json' }
import { compressFiles } from '../../setup/compress.mjs'
import { createStaticSender, listStaticFiles } from './static-files'
import { parseTrustProxy } from './trust-proxy'

type Server = Awaited<ReturnType<typeof startGameServer>>
let server: Server
/** What pages were asked, as they were told it. */
let asked: { url: string | undefined; headers: NodeJS.Dict<string | string[]>; body: string }[]

const pages: Components['pages'] = {
  async answer(request, response) {
    asked.push({ url: request.url, headers: request.headers, body: await text(request) })
    response.end('a page')
  },
}

async function restart(overrides: Partial<Components> = {}) {
  await server?.close()
  asked = []
  const quick = { ...limits, lingerMs: 20 }
  server = await startGameServer({
    pages,
    playersUrl: 'http://192.168.1.5:3000',
    limits: quick,
    ...overrides,
  })
}

beforeEach(() => restart())
afterEach(() => server.close())

/** What comes back, until the other end closes, for what no well-behaved browser sends. */
async function send(...lines: string[]): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  socket.on('error', () => {})
  socket.write(lines.join('\r\n'))
  return text(socket).catch(() => 'reset')
}

const end = ['Connection: close', '', '']
const local = 'Host: 127.0.0.1'

describe('host check: requests under a foreign name', () => {
  const foreign = 'Host: evil.example'
  const bodyOf = (answer: string) => answer.split('\r\n\r\n')[1] ?? ''

  test.each(['/', '/judge/digits-v1/model.json'])(
    '%s is refused, and the right address told',
    async (path) => {
      const answer = await send(`GET ${path} HTTP/1.1`, foreign, 'Accept-Language: de-AT,en', ...end)
      expect(answer).toMatch(/^HTTP\/1\.1 403 /)
      expect(bodyOf(answer)).toContain(`${de.error.address} <a href="http://192.168.1.5:3000"`)
      expect(bodyOf(answer)).toContain('PUBLIC_URL')
      expect(answer).not.toMatch(/<script|evil/)
      expect(asked).toEqual([])
    },
  )

  test('the API answers with the name of the refusal', async () => {
    const answer = await send('GET /api/player HTTP/1.1', foreign, ...end)
    expect(JSON.parse(bodyOf(answer))).toEqual({ refusal: 'foreign-origin' })
  })

  test('a Server Action fails with a message that its page can read', async () => {
    const action = [
      'POST / HTTP/1.1',
      local,
      'Origin: http://127.0.0.1:1',
      'Next-Action: 7f',
      'Content-Length: 0',
    ]
    const answer = await send(...action, ...end)
    expect(answer).toMatch(/content-type: text\/plain\r\n/)
    expect(bodyOf(answer)).toBe('foreign-origin http://192.168.1.5:3000')
  })

  test('a socket is refused, even where Host and Origin agree', async () => {
    const url = `${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
    const socket = new WebSocket(url, { origin: 'http://evil.example', headers: { host: 'evil.example' } })
    const answer = await new Promise<string>((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(text(response)))
    })
    expect(answer).toBe('foreign-origin')
  })

  test('health checks are answered under any name', async () => {
    expect(await send('GET /healthz HTTP/1.1', 'Host: evil.example', ...end)).toMatch(/^HTTP\/1\.1 200 /)
  })

  test('with a public address, a proxy may send any Host or none', async () => {
    await restart({ publicUrl: 'http://dash.example.org' })
    expect(await send('GET / HTTP/1.1', 'Host: backend', ...end)).toContain('a page')
    expect(await send('GET / HTTP/1.0', ...end)).toContain('a page')
    expect(await send('GET / HTTP/1.1', ...end)).toMatch(/^HTTP\/1\.1 400 /)
  })
})

describe('request target: a malformed one is refused', () => {
  test.each([
    ['no Host', ['GET / HTTP/1.0']],
    ['no Host in HTTP/1.1', ['GET / HTTP/1.1']],
    ['two Hosts', ['GET / HTTP/1.1', local, 'Host: evil.example']],
    ['a Host that is none', ['GET / HTTP/1.1', 'Host: a b']],
    ['a Host with a user', ['GET / HTTP/1.1', 'Host: user@127.0.0.1']],
    ['no path', ['OPTIONS * HTTP/1.1', local]],
  ])('%s', async (_, lines) => {
    expect(await send(...lines, ...end)).toMatch(/^HTTP\/1\.1 400 /)
    expect(asked).toEqual([])
  })

  test('an absolute URL in the request line takes precedence over Host', async () => {
    expect(await send('GET http://evil.example/ HTTP/1.1', local, ...end)).toMatch(/^HTTP\/1\.1 403 /)
    await send('GET http://dash.local/room?x=1 HTTP/1.1', 'Host: evil.example', ...end)
    expect(asked).toMatchObject([{ url: '/room?x=1', headers: { host: 'dash.local' } }])
  })
})

test.each(['/room/%E0%A4%A', '/tv/%', '/api/games/%zz/ratings'])(
  'request target: %s, cut off within a letter, is one that pages can decode',
  async (path) => {
    await send(`GET ${path}?x=% HTTP/1.1`, local, ...end)
    expect(asked.map(({ url = '' }) => url.split('?'))).toEqual([[encodeURI(path), 'x=%']])
  },
)

describe('[P8] request target: a path is resolved before anything is decided by it', () => {
  const detours = ['/_next/static/../..', '/_next/static/%2e%2e/.%2E', '/_next/static\\..\\..', '/x/..', '/.']

  test.each(detours)('%s: pages see the path behind it', async (detour) => {
    await send(`GET ${detour}/leaderboard?board=race HTTP/1.1`, local, ...end)
    expect(asked.map(({ url }) => url)).toEqual(['/leaderboard?board=race'])
  })

  test.each(detours)('%s: it is no way round the limits of a path', async (detour) => {
    await restart({ limits: { ...limits, pagesPerAddressPerMinute: 1, recoveriesPerAddressPerMinute: 0 } })
    const recover = [`POST ${detour}/api/player/recover HTTP/1.1`, local, 'Content-Length: 0']
    expect(await send(...recover, ...end)).toMatch(/^HTTP\/1\.1 429 /)
    expect(await send(`GET ${detour}/leaderboard HTTP/1.1`, local, ...end)).toMatch(/^HTTP\/1\.1 429 /)
    expect(asked).toEqual([])
  })
})

describe('request headers that pages see', () => {
  const post = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve) => {
      const sent = httpRequest(server.url, { method: 'POST', headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      sent.end('1')
    })
  const publicUrl = 'https://dash.example.org:8443'

  test('behind a proxy that drops the Host or its port, pages see the one that the player used', async () => {
    await restart({ publicUrl })
    for (const host of ['127.0.0.1:3000', 'dash.example.org'])
      expect(await post({ host, origin: publicUrl })).toBe(200)
    for (const { headers } of asked) expect(headers.host).toBe('dash.example.org:8443')
  })

  test('nothing that an untrusted client forwards reaches pages', async () => {
    await restart({ publicUrl })
    const made = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-for': '6.6.6.6',
      'x-forwarded-proto': 'https',
    }
    await post({ origin: publicUrl, ...made, 'x-client-address': '6.6.6.6' })
    const headers = asked[0]?.headers ?? {}
    expect(Object.keys(headers).filter((name) => name.startsWith('x-forwarded'))).toEqual([])
    expect(headers['x-client-address']).toBe('127.0.0.1')
  })

  test('a trusted proxy tells pages the client address and the Host', async () => {
    await restart({ trustProxy: parseTrustProxy('loopback') })
    const forwarded = { 'x-forwarded-host': '192.168.1.9', 'x-forwarded-for': '2001:db8:1:2:3::4' }
    expect(await post({ host: 'backend', origin: 'http://192.168.1.9', ...forwarded })).toBe(200)
    expect(asked).toMatchObject([
      { headers: { host: '192.168.1.9', 'x-client-address': '2001:db8:1:2::/64' } },
    ])
  })

  test('a request of another site reaches no page, whatever it forwards', async () => {
    await restart({ publicUrl })
    expect(await post({ origin: 'https://evil.example', host: 'evil.example' })).toBe(403)
    expect(await post({ origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' })).toBe(403)
  })
})

test('rate limit: each address behind a trusted proxy has its own count, a forged one has none', async () => {
  const save = (forwarded: string) =>
    fetch(`${server.url}/api/player`, { method: 'POST', headers: { 'x-forwarded-for': forwarded } })
  const few = { ...limits, namesPerAddressPerMinute: 1 }
  await restart({ limits: few, trustProxy: parseTrustProxy('loopback') })
  expect((await save('198.51.100.1')).status).toBe(200)
  expect((await save('198.51.100.2')).status).toBe(200)
  const again = await save('198.51.100.1')
  expect([again.status, (await again.json()).refusal]).toEqual([429, 'too-many-from-here'])
  await restart({ limits: few })
  expect((await save('198.51.100.1')).status).toBe(200)
  expect((await save('198.51.100.2')).status).toBe(429)
})

test('rate limit: pages asked for too often from one address are refused, files of pages are not', async () => {
  await restart({ limits: { ...limits, pagesPerAddressPerMinute: 1 } })
  const statusOf = async (path: string) => (await fetch(`${server.url}${path}`)).status
  expect([await statusOf('/'), await statusOf('/'), await statusOf('/_next/static/a.js')]).toEqual([
    200, 429, 200,
  ])
})

test('static files: one that does not exist, or is not read, never makes a page be rendered', async () => {
  await restart({ pages: { ...pages, staticFiles: new Set(['/_next/static/chunks/a.js']) } })
  const statusOf = async (path: string, method = 'GET') =>
    (await fetch(`${server.url}/_next/static/${path}`, { method, headers: { origin: server.url } })).status
  expect(await statusOf('chunks/a.js?v=1')).toBe(200)
  expect(asked).toHaveLength(1)
  const others = [statusOf('chunks/b.js'), statusOf('chunks'), statusOf(''), statusOf('chunks/a.js', 'POST')]
  expect(await Promise.all(others)).toEqual([404, 404, 404, 404])
  expect(asked).toHaveLength(1)
})

test('rate limit: static files that do not exist count as pages', async () => {
  await restart({
    pages: { ...pages, staticFiles: new Set(['/_next/static/a.js']) },
    limits: { ...limits, pagesPerAddressPerMinute: 1 },
  })
  const statusOf = async (file: string) => (await fetch(`${server.url}/_next/static/${file}`)).status
  expect([await statusOf('b.js'), await statusOf('b.js'), await statusOf('a.js')]).toEqual([404, 429, 200])
})

test('static files: they are sent as the build compressed them, and cached for good', async ({
  onTestFinished,
}) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'static-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const [file, script] = [path.join(folder, 'static/[code]/a~b.js'), 'let ink = 1\n'.repeat(500)]
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, script)
  await compressFiles(folder)
  await restart({
    pages: { ...pages, staticFiles: await listStaticFiles(folder), sendFile: createStaticSender(folder) },
  })
  const ask = async (encoding: string) => {
    const headers = { 'accept-encoding': encoding }
    const response = await fetch(`${server.url}/_next/static/%5Bcode%5D/a~b.js?v=1`, { headers })
    return { headers: Object.fromEntries(response.headers), text: await response.text() }
  }
  const zipped = await ask('gzip, deflate')
  expect(zipped.headers).toMatchObject({
    'cache-control': 'public,max-age=31536000,immutable',
    'content-encoding': 'gzip',
    'content-type': expect.stringContaining('javascript'),
    vary: 'Accept-Encoding',
  })
  expect(Number(zipped.headers['content-length'])).toBeLessThan(script.length / 10)
  expect((await ask('br')).headers['content-encoding']).toBe('br')
  expect((await ask('identity')).headers['content-encoding']).toBeUndefined()
  for (const encoding of ['gzip', 'br', 'identity']) expect((await ask(encoding)).text).toBe(script)
  expect(asked).toHaveLength(0)
})

test('static files: what the build wrote is listed by URL path', async ({ onTestFinished }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'static-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(path.join(folder, 'static/chunks/[code]'), { recursive: true })
  await writeFile(path.join(folder, 'static/chunks/[code]/a~b.js'), '')
  expect(await listStaticFiles(folder)).toEqual(new Set(['/_next/static/chunks/%5Bcode%5D/a~b.js']))
})

describe('rate limit: an address over its pages a minute', () => {
  const ask = (path: string, headers: Record<string, string>) => fetch(`${server.url}${path}`, { headers })
  const navigation = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'de-AT' }

  test('a person reads in their language how long to wait, and may come back after it', async () => {
    await restart({ limits: { ...limits, pagesPerAddressPerMinute: 1 } })
    await ask('/', navigation)
    const answer = await ask('/room/ABCDE', navigation)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([429, 'text/html; charset=utf-8'])
    expect(await answer.text()).toContain(`<p>${de.error.tooMany}</p>`)
    const chosen = await ask('/', { ...navigation, cookie: 'locale=ar' })
    expect(await chosen.text()).toMatch(/lang="ar" dir="rtl"/)
    server.clock.advance(Number(answer.headers.get('retry-after')) * 1_000)
    expect((await ask('/', navigation)).status).toBe(200)
  })

  test('what a page fetches is told the name of the refusal', async () => {
    await restart({ limits: { ...limits, pagesPerAddressPerMinute: 0 } })
    const refused = { refusal: 'too-many-from-here' }
    expect(await (await ask('/daily?_rsc=1', { rsc: '1' })).json()).toEqual(refused)
    expect(await (await ask('/api/player', navigation)).json()).toEqual(refused)
    expect(await (await ask('/icon.png', { accept: 'image/png' })).text()).toBe('too-many-from-here')
  })
})

describe('https redirect', () => {
  test('a visitor by plain http is redirected, a health check is not', async () => {
    await restart({ publicUrl: 'https://dash.example.org' })
    const answer = await send(
      'GET /room/ABCDE?watch HTTP/1.1',
      local,
      '',
      'GET /healthz HTTP/1.1',
      local,
      ...end,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 308 /)
    expect(answer).toContain('location: https://dash.example.org/room/ABCDE?watch')
    expect(answer).toContain('HTTP/1.1 200 OK')
  })
})

describe('bodies', () => {
  const over = limits.bodyBytes + 1

  test.each(['/api/player', '/api/no-such', '/', '/admin/sign-in'])(
    'over 4 KB: %s answers 413 before any of it has come, and closes',
    async (path) => {
      const answer = await send(`POST ${path} HTTP/1.1`, local, `Content-Length: ${over}`, '', '')
      expect(answer).toMatch(/^HTTP\/1\.1 413 /)
      expect(answer.toLowerCase()).toContain('connection: close')
      expect(asked).toEqual([])
    },
  )

  test('over 4 KB: any method is refused, and an API names the refusal', async () => {
    for (const method of ['PUT', 'DELETE', 'GET']) {
      const answer = await send(`${method} /api/player HTTP/1.1`, local, `Content-Length: ${over}`, '', '')
      expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ refusal: 'too-large' })
    }
  })

  test('over 4 KB: a client that expects 100-continue does not get it', async () => {
    const ask = ['POST / HTTP/1.1', local, 'Expect: 100-continue']
    expect(await send(...ask, `Content-Length: ${over}`, '', '')).toMatch(/^HTTP\/1\.1 413 /)
    const small = await send(...ask, 'Content-Length: 2', 'Connection: close', '', 'ok')
    expect(small).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/)
  })

  test('over 4 KB: a chunked body is counted', async () => {
    const chunk = `1000\r\n${'x'.repeat(0x1000)}\r\n`
    const head = ['POST /api/player HTTP/1.1', local, 'Transfer-Encoding: chunked', '']
    expect(await send(...head, `${chunk}1\r\nx`)).toMatch(/^HTTP\/1\.1 413 /)
    expect(asked).toEqual([])
    expect(await send(...head.slice(0, 3), ...end.slice(0, 2), `${chunk}0\r\n\r\n`)).toContain('a page')
    expect(asked.map(({ body }) => body.length)).toEqual([limits.bodyBytes])
  })

  test('over 4 KB: the rest of the body is drained before the connection is closed', async () => {
    await restart({ limits })
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    const ended = once(socket, 'end').then(() => 'ended')
    socket.write(['POST / HTTP/1.1', local, `Content-Length: ${over}`, '', ''].join('\r\n'))
    await once(socket, 'data')
    expect(await Promise.race([ended, fetch(`${server.url}/healthz`).then(() => 'open')])).toBe('open')
    socket.write('x'.repeat(over))
    expect(await ended).toBe('ended')
  })

  test('over 4 KB: a client that sends it all still reads the answer', async () => {
    const response = await fetch(`${server.url}/api/player`, { method: 'POST', body: 'x'.repeat(4_000_000) })
    expect([response.status, (await response.json()).refusal]).toEqual([413, 'too-large'])
  })

  test('a small body reaches the page whole', async () => {
    const body = JSON.stringify({ name: 'Ann' })
    await fetch(`${server.url}/api/player`, { method: 'POST', body })
    expect(asked.map((each) => each.body)).toEqual([body])
  })
})

describe('timeouts: idle connections are closed', () => {
  beforeEach(() => {
    const quick = { headersMs: 50, requestMs: 100, keepAliveMs: 50, idleMs: 10_000, connectionsCheckMs: 10 }
    return restart({ limits: { ...limits, ...quick } })
  })

  test.each([
    ['that never ask', ''],
    ['whose head does not end', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: '],
    ['whose body does not come', `POST / HTTP/1.1\r\n${local}\r\nContent-Length: 10\r\n\r\nhalf`],
    [
      'whose chunks do not end',
      `POST / HTTP/1.1\r\n${local}\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n`,
    ],
  ])('%s', async (_, beginning) => {
    expect(await send(beginning)).toMatch(/^HTTP\/1\.1 408 |^$/)
    expect(asked).toEqual([])
  })

  test('keep-alive connections without a further request', async () => {
    expect(await send('GET / HTTP/1.1', local, '', '')).toContain('a page')
  })
})

test('timeouts: a WebSocket that only pings is not idle', async () => {
  await restart({
    limits: { ...limits, keepAliveMs: 20, headersMs: 20, requestMs: 40, idleMs: 30, connectionsCheckMs: 5 },
  })
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  await new Promise((resolve) => socket.on('open', resolve))
  // Cut after the limits that the WebSocket has been under for as long.
  await send('')
  expect(socket.readyState).toBe(WebSocket.OPEN)
  socket.close()
})
