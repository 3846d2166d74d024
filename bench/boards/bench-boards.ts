import { setTimeout as pause } from 'node:timers/promises'
import { adminCookie } from '#server/auth/admin'
import { guestCookie, sealGuest } from '#server/auth/guest'
import { type Config, readConfig } from '#server/config'
import { systemClock } from '#server/host/clock'
import { createLog } from '#server/host/log'
import { createAdminSessions } from '#server/store/admin-sessions'
import { cacheBoards, forgetBoards } from '#server/store/boards/board-cache'
import { type Database, openDatabase } from '#server/store/connect'
import { createPrisma, type Prisma } from '#server/store/prisma'
import { testSecret } from '#server/testing/game-server'
import { locally } from '../../e2e/address'
import { adminPassword } from '../../e2e/pages/admin-page'
import { startServer } from '../../e2e/server'
import { collectGarbage } from '../collect-garbage'
import { startProcess } from '../process'
import type { PensQuestion, PensSeen, PensStart } from '../relay/pens'
import { quantile, type Report, rounded } from '../report'
import { measuredPages, type PageVisitor } from './page-calls'

const turns = 120
const visitors = 40
const requestsAtOnce = 20
const windowMs = 8_000
const restMs = 20

type Timed = { readonly askedMs: number[]; readonly wholeMs: number[]; bytes: number; failed: number }

/**
 * What pages cost with much behind them: run it on a database that `npm run seed` has filled, of the same DATABASE_URL or DATA_FOLDER,
 * with the pages built. Then what twenty requests at once do to ink. `BOARDS_ONLY='home|profile'` measures these pages alone.
 */
export async function benchBoards(): Promise<Report[]> {
  const config = { ...readConfig(), adminPassword, sessionSecret: testSecret }
  // The server first: it holds the data folder, which a tool joins.
  const server = await startServer({ SESSION_SECRET: testSecret, ADMIN_PASSWORD: adminPassword })
  const url = locally(server.url)
  try {
    const database = await openDatabase(config, createLog({ logLevel: 'warn' }))
    try {
      await untilTidied(database)
      const only = process.env.BOARDS_ONLY?.split('|')
      const pages = await measurePages(database, url, config, only ?? Object.keys(measuredPages))
      return only ? [pages] : [pages, await besideInk(url, await findVisitors(database))]
    } finally {
      await database.close()
    }
  } finally {
    await server.stop()
  }
}

/** A server begins to count and to prune some seconds after its start, once a day: no page waits for that, and none is measured beside it. */
async function untilTidied({ prisma }: Database): Promise<void> {
  for (let quiet = 0, waited = 0; quiet < 8 && waited < 90; waited++) {
    await pause(1_000)
    const [others] = await prisma.$queryRaw<{ isBusy: boolean }[]>`
      select exists (select from pg_stat_activity where backend_type = 'client backend' and state = 'active'
        and pid <> pg_backend_pid()) as "isBusy"`
    quiet = others?.isBusy ? 0 : quiet + 1
  }
}

async function measurePages(
  database: Database,
  url: string,
  config: Config,
  names: readonly string[],
): Promise<Report> {
  const size = await sizeOf(database)
  if (size.games < 500) throw new Error('There is too little in this database to measure. Run: npm run seed')
  const seen = await findVisitors(database)
  const sessions = createAdminSessions(database.prisma, { config, secret: testSecret, clock: systemClock })
  const admin = `${adminCookie}=${await sessions.open()}`
  const prisma = cacheBoards(createPrisma(database.pagePool))
  const rows: Record<string, Report['rows'][string]> = {}
  for (const name of names) rows[name] = rowOf(await measure(prisma, url, name, seen, admin))
  return reportOf(size, rows)
}

async function measure(
  prisma: Prisma,
  url: string,
  name: string,
  seen: readonly PageVisitor[],
  admin: string,
): Promise<Timed> {
  const page = measuredPages[name]
  const timed: Timed = { askedMs: [], wholeMs: [], bytes: 0, failed: 0 }
  for (let turn = 0; turn < turns; turn++) {
    const visitor = seen[turn % seen.length]
    if (!page || !visitor) break
    // Each time as if nobody had asked for a while. In the real-time class a thread that never rests stands still for 50 ms of each second.
    forgetBoards()
    // Else one visit of fifty waits 60 to 140 ms for the garbage of this process, which no page would have waited for.
    if (turn % 5 === 0) collectGarbage()
    await pause(restMs)
    const askedAt = performance.now()
    await page.ask(prisma, visitor, turn)
    const isWarm = turn >= 20
    if (isWarm) timed.askedMs.push(performance.now() - askedAt)
    const cookie = page.isForAdmin ? admin : await cookieOf(visitor)
    const begunAt = performance.now()
    const response = await fetch(`${url}${page.address(visitor, turn)}`, {
      headers: { cookie },
      redirect: 'manual',
    })
    const { length } = await response.text()
    if (isWarm) timed.wholeMs.push(performance.now() - begunAt)
    if (response.status !== 200) timed.failed++
    timed.bytes = Math.max(timed.bytes, length)
  }
  return timed
}

async function cookieOf({ guest }: PageVisitor): Promise<string> {
  return `${guestCookie}=${await sealGuest(guest, testSecret)}`
}

function rowOf({ askedMs, wholeMs, bytes, failed }: Timed): Report['rows'][string] {
  return {
    'database p50 ms': rounded(quantile(askedMs, 0.5)),
    'database p99 ms': rounded(quantile(askedMs, 0.99)),
    'whole p50 ms': rounded(quantile(wholeMs, 0.5)),
    'whole p99 ms': rounded(quantile(wholeMs, 0.99)),
    KB: Math.round(bytes / 1000),
    failed,
  }
}

type Size = {
  readonly games: number
  readonly rounds: number
  readonly drawings: number
  readonly bytes: number
}

async function sizeOf({ prisma }: Database): Promise<Size> {
  const [games, rounds, drawings, [database]] = await Promise.all([
    prisma.game.count(),
    prisma.round.count(),
    prisma.drawing.count(),
    prisma.$queryRaw<{ bytes: bigint }[]>`select pg_database_size(current_database()) as bytes`,
  ])
  return { games, rounds, drawings, bytes: Number(database?.bytes ?? 0) }
}

/** Half of them the most eager, as nobody else has as much behind them. */
async function findVisitors({ prisma }: Database): Promise<PageVisitor[]> {
  const rows = await prisma.$queryRaw<{ id: string; name: string; colour: number; gameId: string }[]>`
    with players as (
      (select "playerId" as id from "Rating" order by games desc limit ${visitors / 2})
      union all (select "playerId" from "Rating" order by md5("playerId"::text) limit ${visitors / 2})
    )
    select player.id, player.name, player.colour::int, own."gameId"
    from players join "Player" player using (id) cross join lateral (
      select result."gameId" from "Result" result join "Game" game on game.id = result."gameId" and game.board = 'race'
      where result."playerId" = player.id limit 1
    ) own`
  return rows.map(({ gameId, ...guest }) => ({ guest, gameId }))
}

function reportOf({ games, rounds, drawings, bytes }: Size, rows: Report['rows']): Report {
  const perThousand = (bytes / rounds) * 1000
  return {
    title: `Boards and pages: ${games} games, ${rounds} rounds, ${drawings} drawings`,
    rows,
    notes: [
      `The database has ${Math.round(bytes / 1e6)} MB: ${rounded(perThousand / 1e6)} MB for 1,000 rounds.`,
      'Database is from the first question of a page to the last answer, one after the other as the page asks; nothing is cached. Half of the visitors are the most eager players.',
      'Whole is a page from the request to its last byte, on this machine.',
    ],
  }
}

/** A room of eight that draws, without and with people who look at boards. */
async function besideInk(url: string, seen: readonly PageVisitor[]): Promise<Report> {
  const start: PensStart = { url, relay: 'game', rooms: 1, playersPerRoom: 8 }
  const pens = await startProcess<'drawing', PensQuestion, PensSeen>(
    new URL('../relay/pens.ts', import.meta.url),
    start,
  )
  const rows: Record<string, Report['rows'][string]> = {}
  try {
    await pause(3_000)
    const cookies = await Promise.all(seen.map(cookieOf))
    for (const name of ['ink alone', `ink, ${requestsAtOnce} boards at once`] as const) {
      await pens.ask('collect')
      const isAlone = name === 'ink alone'
      const statuses = isAlone ? await pause(windowMs, []) : await askBoards(url, cookies)
      const { inkMs } = await pens.ask('collect')
      rows[name] = {
        'ink p50 ms': rounded(inkMs.p50),
        'ink p99 ms': rounded(inkMs.p99),
        requests: statuses.length,
        'not 200': statuses.filter((status) => status !== 200).length,
      }
    }
  } finally {
    await pens.stop()
  }
  return { title: 'Ink beside boards: one room of eight, everybody draws', rows }
}

/** Twenty people who look at one board after the other. @returns the status of each answer */
async function askBoards(url: string, cookies: readonly string[]): Promise<number[]> {
  const until = performance.now() + windowMs
  const statuses: number[] = []
  const look = async (person: number) => {
    for (let turn = 0; performance.now() < until; turn++) {
      const board = ['race', 'digits', 'rating', 'rush-60'][(person + turn) % 4]
      const address = `${url}/leaderboard?board=${board}&span=${turn % 2 ? 'all' : 'season'}&digit=${person % 10}`
      const response = await fetch(address, { headers: { cookie: cookies[person % cookies.length] ?? '' } })
      await response.text()
      statuses.push(response.status)
      // A person reads for a moment.
      await pause(500)
    }
  }
  await Promise.all(Array.from({ length: requestsAtOnce }, (_, person) => look(person)))
  return statuses
}
