import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { refusalStatus } from '#game/protocol/http-answers'
import { getJson, postJson } from './http-client'

/** What the server, or a proxy in front of it, answers with next. */
let next = { status: 200, body: '{}' }
let asked = ''
const server = createServer((request, response) => {
  asked = `${request.method} ${request.url}`
  response.writeHead(next.status).end(next.body)
})
let origin = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

function ask(status: number, body: string) {
  next = { status, body }
  return postJson(`${origin}/api/player`, 'savedPlayer', { name: 'Ada' })
}

test('HTTP client: an answer is returned as its schema has it', async () => {
  const data = { name: 'Ada', colour: 3 }
  expect(await ask(200, JSON.stringify({ ...data, more: 1 }))).toEqual({ ok: true, data })
  expect(asked).toBe('POST /api/player')
})

test.each(Object.entries(refusalStatus))(
  'HTTP client: a refusal is returned by its name: %s',
  async (refusal, status) => {
    expect(await ask(status, JSON.stringify({ refusal }))).toEqual({ ok: false, refusal })
  },
)

test.each([
  [403, 'blocked-network'],
  [413, 'too-large'],
  [429, 'too-many-from-here'],
  [500, 'server-failed'],
  [502, 'unreachable'],
  [504, 'no-answer'],
])('HTTP client: a proxy that answers %d in its own words is understood', async (status, refusal) => {
  expect(await ask(status, '<html>Sorry</html>')).toEqual({ ok: false, refusal })
})

test('HTTP client: an answer that is not what the path promises is a failure of the server, and nothing of it is used', async () => {
  for (const body of ['{"name":"Ada"}', '{"name":7,"colour":3}', '[]', '"Ada"'])
    expect(await ask(200, body)).toEqual({ ok: false, refusal: 'server-failed' })
})

test('HTTP client: a page in place of an answer is none: some networks put their own sign-in there', async () => {
  expect(await ask(200, '<html>Welcome to our hotel</html>')).toEqual({
    ok: false,
    refusal: 'blocked-network',
  })
})

test('HTTP client: an answer that begins and does not go on is waited for no longer than one that does not begin', async () => {
  const stalled = createServer((_request, response) => void response.writeHead(200).write('{"name":'))
  await new Promise<void>((resolve) => stalled.listen(0, '127.0.0.1', resolve))
  const { timeout } = AbortSignal
  const patience = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout.call(AbortSignal, 200))
  const url = `http://127.0.0.1:${(stalled.address() as AddressInfo).port}/`
  expect(await getJson(url, 'player')).toEqual({ ok: false, refusal: 'no-answer' })
  patience.mockRestore()
  stalled.closeAllConnections()
  stalled.close()
})

test('HTTP client: an answer that is cut off is none', async () => {
  const cut = createServer((_request, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('{"name":')
    setImmediate(() => response.destroy())
  })
  await new Promise<void>((resolve) => cut.listen(0, '127.0.0.1', resolve))
  vi.stubGlobal('navigator', { onLine: true })
  const url = `http://127.0.0.1:${(cut.address() as AddressInfo).port}/`
  expect(await getJson(url, 'player')).toEqual({ ok: false, refusal: 'unreachable' })
  vi.unstubAllGlobals()
  cut.close()
})

test('HTTP client: a server that is not there and a device without a network are distinguished', async () => {
  vi.stubGlobal('navigator', { onLine: true })
  expect(await getJson('http://127.0.0.1:1/', 'player')).toEqual({ ok: false, refusal: 'unreachable' })
  vi.stubGlobal('navigator', { onLine: false })
  expect(await getJson('http://127.0.0.1:1/', 'player')).toEqual({ ok: false, refusal: 'offline' })
  vi.unstubAllGlobals()
})
