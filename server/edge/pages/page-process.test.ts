import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { forgetBoards } from '#server/store/boards/board-cache'
import { startGameServer } from '#server/testing/game-server'
import type { HostedPages, PageSources } from './hosted-pages'
import { startPageProcess } from './page-process'

const program = path.resolve('server/testing/fakes/page-program.mjs')
const log = pino({ level: 'silent' })
const database = {
  address: { url: '', tls: 0, setsSchema: false, isPooled: false },
  pagePool: { options: { max: 3 } },
} as unknown as PageSources['database']

let pages: HostedPages
let server: Awaited<ReturnType<typeof startGameServer>>
/** Writes what the outbox holds of each game that was asked for. */
let deliver: () => void

beforeEach(async () => {
  const isDelivered = new Promise<void>((resolve) => {
    deliver = resolve
  })
  pages = await startPageProcess({ hostname: '127.0.0.1', port: 1, log, program })
  await pages.connect({ database, outbox: { delivered: () => isDelivered } })
  server = await startGameServer({
    ...{ pages, database: { isUp: async () => false } },
    operations: { checks: {}, isAdmin: async () => false },
  })
})
afterEach(async () => {
  await server.close()
  await pages.close()
})

type Asked = { method: string; headers: Record<string, string>; body: string; changes: number; pid: number }

async function ask(address: string, init: RequestInit = {}): Promise<Asked> {
  const response = await fetch(`${server.url}${address}`, init)
  return (await response.json()) as Asked
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('page process: it is asked what the client asked, and its answer is the client’s', async () => {
  const body = JSON.stringify({ name: 'Zoë' })
  const headers = { origin: server.url, 'x-client-address': '1.2.3.4', 'x-own': 'kept' }
  const asked = await ask('/practice', { method: 'POST', body, headers })
  expect(asked).toMatchObject({ method: 'POST', body, headers: { 'x-own': 'kept' } })
  expect(asked.headers['x-client-address']).toBe('127.0.0.1')

  const response = await fetch(`${server.url}/missing`)
  expect(response.status).toBe(404)
  expect(response.headers.getSetCookie()).toEqual(['one=1', 'two=2'])
  expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
})

test('page process: a body that a GET brings is the body of that one request', async () => {
  const hidden = 'GET /hidden HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n'
  const request = httpRequest(`${server.url}/practice`, { headers: { 'content-length': hidden.length } })
  const answered = once(request, 'response')
  request.end(hidden)
  const [response] = await answered
  expect(JSON.parse(await text(response))).toMatchObject({ url: '/practice', body: hidden })
  expect(await ask('/practice')).toMatchObject({ url: '/practice', body: '' })
})

test('page process: what the game has found out stays the status of an answer', async () => {
  const response = await fetch(`${server.url}/leaderboard`)
  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({ url: '/database-away' })
})

test('page process: one that ends is replaced, and who asks meanwhile waits for the next', async () => {
  const { pid } = await ask('/practice')
  const failed = await fetch(`${server.url}/end`, { headers: { accept: 'text/html' } })
  expect([failed.status, await failed.text()]).toEqual([
    500,
    expect.stringContaining('Trying again often helps'),
  ])
  const after = await ask('/practice')
  expect(after.pid).not.toBe(pid)
  expect(isRunning(pid)).toBe(false)
})

test('page process: who asks one that ends, before that is known, waits for the next', async () => {
  const { pid } = await ask('/close')
  const asked = ask('/practice')
  // Answered by the game itself, later than the first try to ask the pages.
  await fetch(`${server.url}/healthz`)
  forgetBoards()
  expect((await asked).pid).not.toBe(pid)
})

test('page process: operators see whether it runs, how often it was replaced, and how many requests wait', async () => {
  const metrics = async () => {
    const body = await (await fetch(`${server.url}/metrics`)).text()
    return body.split('\n').filter((line) => line.startsWith('dash_pages_'))
  }
  const asked = ask('/wait')
  await ask('/practice')
  expect(await metrics()).toEqual(['dash_pages_up 1', 'dash_pages_waiting 1', 'dash_pages_replaced_total 0'])
  deliver()
  await asked
  await fetch(`${server.url}/end`)
  await ask('/practice')
  expect(await metrics()).toEqual(['dash_pages_up 1', 'dash_pages_waiting 0', 'dash_pages_replaced_total 1'])
})

test('page process: an answer that is cut off is no whole answer', async () => {
  await expect(fetch(`${server.url}/half`).then((response) => response.text())).rejects.toThrow()
})

test('page process: it hears when a game is written, and when boards have changed', async () => {
  let hasAnswered = false
  const asked = ask('/wait').finally(() => {
    hasAnswered = true
  })
  expect(await ask('/practice')).toMatchObject({ changes: 0 })
  expect(hasAnswered).toBe(false)
  forgetBoards()
  deliver()
  expect(await asked).toMatchObject({ changes: 1 })
})

test('page process: it ends with the game, and is not replaced', async () => {
  const { pid } = await ask('/practice')
  await server.close()
  await pages.close()
  expect(isRunning(pid)).toBe(false)
})

test('page process: one that does not start says so', async () => {
  const broken = await startPageProcess({ hostname: 'nowhere', port: 1, log, program })
  const connecting = broken.connect({ database, outbox: { delivered: async () => {} } })
  await expect(connecting).rejects.toThrow('ended with 3')
  await broken.close()
})
