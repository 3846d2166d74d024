import { PrismaPg } from '@prisma/adapter-pg'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '#game/prompts/daily'
import { daySpan } from '#game/records/spans'
import { digitBoard } from '#server/store/boards/digit-board'
import { findSeason } from '#server/store/boards/find-season'
import { dailyBoard, leaderboard } from '#server/store/boards/leaderboard'
import { readBoards } from '#server/store/boards/warm-boards'
import { findDailyTry } from '#server/store/daily/daily-tries'
import { findGhostSource } from '#server/store/games/find-ghost-source'
import { findOwnResult } from '#server/store/games/find-own-result'
import { findReplay } from '#server/store/games/find-replay'
import { findRewards } from '#server/store/games/find-rewards'
import { findDigitTargets, findGameTarget } from '#server/store/games/find-targets'
import { listHeld } from '#server/store/moderation/list-held'
import { listBanned, listReported } from '#server/store/moderation/list-reported'
import { findBests } from '#server/store/players/find-bests'
import { findConsent } from '#server/store/players/find-consent'
import { findProfile } from '#server/store/players/find-profile'
import { findStreak } from '#server/store/players/find-streak'
import { listPlayerGames } from '#server/store/players/list-player-games'
import { findStatus, saveReport } from '#server/store/players/moderation-store'
import { findGhostsAnswer } from '#server/store/players/save-choices'
import { isErased } from '#server/store/players/tombstones'
import type { Prisma } from '#server/store/prisma'
import { findGameRatings } from '#server/store/ratings/find-game-ratings'
import { ratingBoard } from '#server/store/ratings/rating-board'
import { tallyContributors } from '#server/store/samples/contributor-tally'
import { findOwnReview } from '#server/store/samples/find-own-review'
import { listContributors } from '#server/store/samples/list-contributors'
import { listSamples } from '#server/store/samples/list-samples'
import { measureLiveAccuracy } from '#server/store/samples/live-accuracy'
import { createTestPool } from '#server/testing/database'
import { drawingBy, gameHeader, gameOf, playerNamed, roundOf, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'
import { PrismaClient } from './generated/client'

const store = testStore()
const [ada, ben] = [playerNamed('Ada'), playerNamed('Ben')]
const game = gameHeader()

const asked: string[] = []
let prisma: Prisma
let client: Client

beforeAll(async () => {
  const logging = new PrismaClient({
    adapter: new PrismaPg(createTestPool(store.url), { disposeExternalPool: true }),
    log: [{ emit: 'event', level: 'query' }],
  })
  logging.$on('query', ({ query }) => asked.push(query))
  prisma = logging as unknown as Prisma
  client = new Client({ connectionString: store.url })
  await client.connect()
  // What has no index stays visible: a table of a few rows would be read whole in any case.
  await client.query('set enable_seqscan = off')
  // Statistics of a few rows would choose other plans, now and then.
  await client.query(`
    do $$ declare name text; begin
      for name in select tablename from pg_tables where schemaname = 'public' loop
        execute format('alter table %I set (autovacuum_enabled = off)', name);
      end loop;
    end $$`)
})
afterAll(async () => {
  await client.end()
  await prisma.$disconnect()
})

type Plan = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  Plans?: Plan[]
}

/** What a plan reads whole: tables, and indexes without a condition, but for the first rows of one in its order. */
function readWhole({ Plans = [], ...node }: Plan, isLimited = false): string[] {
  const limited = isLimited || node['Node Type'] === 'Limit'
  const isIndex = node['Node Type'].includes('Index')
  const isWhole =
    node['Node Type'] === 'Seq Scan' || (isIndex && node['Index Cond'] === undefined && !limited)
  const own = isWhole ? [node['Relation Name'] ?? node['Index Name'] ?? '?'] : []
  // Sorting reads all that is below it, whatever the limit above.
  const below = node['Node Type'] === 'Sort' || node['Node Type'] === 'Aggregate' ? false : limited
  return [...own, ...Plans.flatMap((each) => readWhole(each, below))]
}

async function wholeReadsOf(ask: () => Promise<unknown>): Promise<string[]> {
  asked.length = 0
  await ask()
  const found: string[] = []
  for (const query of asked.filter((each) => /^\s*(?:select|with)/i.test(each))) {
    const { rows } = await client.query(`explain (generic_plan, format json) ${query}`)
    found.push(...readWhole(rows[0]['QUERY PLAN'][0].Plan).map((table) => `${table}: ${query}`))
  }
  expect(asked.length).toBeGreaterThan(0)
  return found
}

const now = game.startedAt + 3_600_000
const pages: [page: string, ask: () => Promise<unknown>][] = [
  [
    'home',
    () => Promise.all([findStreak(prisma, ada.id, now), dailyBoard(prisma, dayOf(now), { own: ada.id })]),
  ],
  ['a board', () => leaderboard(prisma, { board: 'race', limit: 0, own: ben.id })],
  ['a digit', () => digitBoard(prisma, { digit: 1, span: daySpan(game.startedAt), limit: 0, own: ben.id })],
  ['the ratings', () => ratingBoard(prisma, { own: ada.id })],
  ['the season', () => findSeason(prisma)],
  ['boards in advance', () => readBoards(prisma, new AbortController().signal)],
  [
    'a result',
    async () => {
      const options = { today: daySpan(now), own: ada.id }
      await findGameTarget(prisma, 'race', options)
      await findDigitTargets(prisma, [1, 2], options)
      await findOwnReview(prisma, game.id, ada.id)
      await findReplay(prisma, game.id)
      await findGameRatings(prisma, game.id)
      await findOwnResult(prisma, game.id, ada.id)
      await findRewards(prisma, game.id, ada.id, now)
      await findGhostSource(prisma, game.id, ada.id)
    },
  ],
  ['the daily challenge', () => findDailyTry(prisma, dayOf(now), ada.id)],
  [
    'a profile',
    async () => {
      await findProfile(prisma, ada.id)
      await findBests(prisma, ada.id)
      await findGhostsAnswer(prisma, ada.id)
      await findStatus(prisma, ada.id)
      await listPlayerGames(prisma, { playerId: ada.id })
      await findConsent(prisma, ada.id)
    },
  ],
  [
    'how networks did, and the samples',
    async () => {
      const cursor = { difficulty: 500, id: game.id }
      await measureLiveAccuracy(prisma)
      await listSamples(prisma)
      await listSamples(prisma, {}, { cursor: { ...cursor, side: 'after' } })
      await listSamples(prisma, {}, { cursor: { ...cursor, side: 'before' } })
    },
  ],
  [
    'the contributors',
    async () => {
      await tallyContributors(prisma)
      await listContributors(prisma)
      const place = { doubt: 0.5, samples: 3, id: ada.id }
      await listContributors(prisma, { cursor: { side: 'after', ...place } })
      await listContributors(prisma, { cursor: { side: 'before', ...place } })
    },
  ],
  ['moderation', () => Promise.all([listReported(prisma), listBanned(prisma), listHeld(prisma)])],
]

/** Few rows, however much is played: open reports, results that wait for an admin, one for each kind of sample, and who was marked since. */
const small = /^(?:Report|Hold|DaySecret|SampleTally|ChangedContributor)/
/** One short entry for each contributor, which are counted off an index. */
const countedWhole = /select count\(\*\)::int from "ContributorTally"$/

test.each(pages)('page queries: %s reads no table whole', async (_, ask) => {
  for (const [index, players] of [[ada, ben], [ben]].entries()) {
    const header = index === 0 ? game : gameHeader({ startedAt: game.startedAt + 60_000 })
    await store.saveRound(
      roundOf(
        header,
        0,
        players.map((player, canvas) => drawingBy([player], { canvas })),
      ),
    )
    await store.saveGame(
      gameOf(
        header,
        players.map((player, firstCanvas) => standingOf(player, 900, { firstCanvas, heldFor: ['too-soon'] })),
      ),
    )
  }
  await saveReport(store.prisma, {
    reporterId: ben.id,
    player: ada,
    reason: 'name',
    roomCode: 'ACDEF',
    at: new Date(),
  })
  const found = await wholeReadsOf(ask)
  expect(found.filter((each) => !small.test(each) && !countedWhole.test(each))).toEqual([])
})

test('page queries: a board is two questions at once, and whether who looks was erased is one more', async () => {
  await store.play(
    game,
    [[drawingBy([ada]), drawingBy([ben], { canvas: 1 })]],
    [standingOf(ada, 900), standingOf(ben, 800)],
  )
  await isErased(prisma, ben.id)
  asked.length = 0
  expect(await isErased(prisma, ben.id)).toBe(false)
  expect(asked).toHaveLength(1)
  const { rows, own } = await leaderboard(prisma, { board: 'race', own: ben.id })
  expect([rows.length, own?.rank]).toEqual([2, 2])
  expect(asked).toHaveLength(3)
})

/** How many results a question reads, whatever it shows of them. */
function rowsReadBy(ask: (prisma: Prisma) => Promise<unknown>): Promise<number> {
  return store.prisma.$transaction(async (transaction) => {
    await transaction.$executeRaw`set local enable_seqscan = off`
    const read = async () => {
      const [row] = await transaction.$queryRaw<{ rows: number }[]>`
        select (idx_tup_fetch + seq_tup_read)::int as rows from pg_stat_xact_user_tables where relname = 'Result'`
      return row?.rows ?? 0
    }
    const before = await read()
    await ask(transaction as unknown as Prisma)
    return (await read()) - before
  })
}

test('page queries: of 5,000 games no more are read than a streak has days, and a list has lines', async () => {
  const cleo = playerNamed('Cleo')
  await store.play(gameHeader({ startedAt: now }), [[drawingBy([cleo])]], [standingOf(cleo, 900)])
  // Five hours apart; a day without one ends the streak.
  await store.prisma.$executeRaw`
    with played as (
      insert into "Game" (id, "roomCode", mode, settings, seed, "startedAt", "finishedAt")
      select gen_random_uuid(), 'ACDEF', 'race', '{}', 1, at, at from generate_series(
        ${new Date(now)}::timestamptz - interval '25000 hours', ${new Date(now)}::timestamptz - interval '5 hours', interval '5 hours') at
      where at not between ${new Date(now - 12 * 86_400_000)} and ${new Date(now - 10 * 86_400_000)}
      returning id, "finishedAt"
    )
    insert into "Result" ("gameId", "playerId", name, colour, score, rank, rounds, locks, "lockMs", "inkLength", board, "finishedAt")
    select id, ${cleo.id}::uuid, 'Cleo', 0, 500, 1, 5, 5, 4000, 900, 'race', "finishedAt" from played`
  expect((await findStreak(store.prisma, cleo.id, now)).days).toBeGreaterThan(5)
  expect(await rowsReadBy((asked) => findStreak(asked, cleo.id, now))).toBeLessThan(15)
  const later = gameHeader({ startedAt: now + 3_600_000 })
  await store.play(later, [[drawingBy([cleo])]], [standingOf(cleo, 800)])
  expect(await findOwnResult(store.prisma, later.id, cleo.id)).toMatchObject({ best: { before: 900 / 3 } })
  expect(await rowsReadBy((asked) => findOwnResult(asked, later.id, cleo.id))).toBeLessThan(5)
  expect(await rowsReadBy((asked) => listPlayerGames(asked, { playerId: cleo.id, limit: 9 }))).toBeLessThan(
    30,
  )
})

test('page queries: one that reads a table whole is found', async () => {
  expect(await wholeReadsOf(() => prisma.result.count({ where: { inkLength: 900 } }))).not.toEqual([])
})
