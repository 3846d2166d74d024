import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { needsDatabase } from '#server/http/database-away'
import { startGameServer } from '#server/testing/game-server'

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

test('every page and interface that asks the database is known to need it, or goes on without', async () => {
  const goOnWithout = ['app/home', 'app/api/player', 'app/player']
  const files = (await readdir('app', { recursive: true })).filter((file) => /\.tsx?$/.test(file))
  const asking: string[] = []
  for (const file of files)
    if ((await readFile(path.join('app', file), 'utf8')).includes('pagePrisma()'))
      asking.push(path.posix.join('app', path.dirname(file).split(path.sep).join('/')))
  const unknown = asking.filter(
    (folder) => !goOnWithout.includes(folder) && !needsDatabase({ url: folder.slice('app'.length) }),
  )
  expect(asking.length).toBeGreaterThan(10)
  expect(unknown).toEqual([])
})
