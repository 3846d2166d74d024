import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { needsDatabase } from '#server/edge/http/database-away'
import { startGameServer } from '#server/testing/game-server'
import { codeBelow, importsOf } from '#server/testing/imports'

let server: Awaited<ReturnType<typeof startGameServer>>

beforeEach(async () => {
  server = await startGameServer({
    database: { isUp: async () => false },
    pages: { answer: (request, response) => void response.end(`the page ${request.url}`) },
  })
})
afterEach(() => server.close())

const ask = async (address: string, options?: RequestInit) => {
  const response = await fetch(`${server.url}${address}`, options)
  return { status: response.status, text: await response.text() }
}

describe('database away', () => {
  test.each([
    '/leaderboard?board=rush-30',
    '/profile',
    '/daily',
    '/replay/x',
    '/result/x',
    '/admin',
    '/admin/samples',
    '/admin/sign-in',
    '/admin/server',
  ])('%s is answered with status 503 and the page that says so', async (address) => {
    expect(await ask(address)).toEqual({ status: 503, text: 'the page /database-away' })
  })

  test.each(['/', '/practice', '/room/ABCDE', '/tv', '/dailyish', '/api/player'])(
    '%s is answered as ever',
    async (address) => {
      expect(await ask(address)).toEqual({ status: 200, text: `the page ${address}` })
    },
  )

  test.each([
    '/api/games/x/ratings',
    '/api/player/recover',
    '/api/player/recovery',
    '/api/player/consent',
    '/api/admin/export',
  ])('%s is refused by name', async (address) => {
    expect(await ask(address)).toEqual({ status: 503, text: '{"refusal":"database-away"}' })
  })

  test('a page that Next’s client fetches in pieces, a form and a picture are refused without a page', async () => {
    const refused = { status: 503, text: 'database-away' }
    expect(await ask('/daily', { headers: { rsc: '1' } })).toEqual({
      status: 503,
      text: '{"refusal":"database-away"}',
    })
    expect(await ask('/admin/moderation', { method: 'POST' })).toEqual(refused)
    expect(await ask('/daily/opengraph-image')).toEqual(refused)
  })
})

/** Modules that ask the database and have an answer without it. */
const goOnWithout = [
  'app/_web/home/leaderboard-teaser.tsx',
  'app/_web/home/way-back.tsx',
  'app/_web/kit/player/current-guest.ts',
]

function asksDatabase(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file) || goOnWithout.includes(file)) return false
  seen.add(file)
  const source = readFileSync(file, 'utf8')
  // A page only names a server action; it is asked later, in a request of its own.
  if (/^'use server'/m.test(source)) return false
  return /(?:page|action)Prisma\(\)/.test(source) || importsOf(file).some((next) => asksDatabase(next, seen))
}

test('database: every route that asks it is known to need it, or goes on without', () => {
  const routes = codeBelow('app').filter((file) => /\/(?:page|route|opengraph-image)\.tsx?$/.test(file))
  const asking = routes.filter((file) => asksDatabase(file)).map((file) => path.posix.dirname(file))
  const unknown = asking.filter(
    (folder) => folder !== 'app/api/player' && !needsDatabase({ url: folder.slice('app'.length) }),
  )
  expect(asking.length).toBeGreaterThan(10)
  expect(unknown).toEqual([])
})
