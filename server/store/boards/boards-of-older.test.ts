import { expect, test } from 'vitest'
import { dayOf } from '#game/prompts/daily'
import { readConnection } from '#server/host/postgres/connection-url'
import { migrate } from '#server/host/postgres/migrate'
import { claimDailyTry } from '#server/store/daily/daily-tries'
import { query } from '#server/testing/database'
import { giveConsent } from '#server/testing/lenders'
import {
  drawingBy,
  gameHeader,
  gameOf,
  guessFor,
  playerNamed,
  roundOf,
  standingOf,
} from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const [ada, ben] = [playerNamed('Ada'), playerNamed('Ben')]

/** Takes a database back to what 0.9.0 had. */
const asBefore = `
  drop table "BoardEntry", "PlayTally", "SampleTally", "ContributorTally", "ChangedContributor";
  drop index "Game_startedAt_idx", "Player_isBanned_idx";
  alter table "Game" add column "holdsBest" boolean not null default false;
  alter table "Drawing" drop column answer;
  alter table "Player" drop column drawings;
  update "Sample" set "isHeld" = false where "drawingId" in (
    select drawing.id from "Drawing" drawing join "Round" round on round.id = drawing."roundId"
      join "Game" game on game.id = round."gameId" and game."finishedAt" is null);
  alter table "AdminSession" drop column reviewer;
  alter table "Review" drop column settles;
  alter table "Sample" drop column "leaseId", drop column "leasedUntil";
  alter table "AdminAction" drop column label, drop column "stackId";
  alter table "Drawer" drop column "gameId", drop column day, drop column prompt, drop column "promptedAt",
    drop column "lockAtMs", drop column "isClean", drop column answer;
  create index "Drawer_playerId_idx" on "Drawer" ("playerId");
  alter table "Result" drop column "finishedAt", drop column board, drop column "hasWon";
  create index "Result_playerId_idx" on "Result" ("playerId");
  drop index "Hold_playerId_idx";
  alter table "Sample" drop column "judgeVersion";
  delete from _prisma_migrations where migration_name > '0030'`

async function duel(number: number, startedAt: number): Promise<void> {
  const judge = { version: number % 3 ? 'digits-v2' : 'digits-v1', engine: 'wasm' } as const
  const lock = { atMs: 500 + ((number * 7) % 5) * 100, guessIndex: 0, heldIndex: 1 }
  const guesses = [guessFor(3, 600, 1), guessFor(number % 11, 150 * (1 + (number % 6)), 2)]
  const drawings = [ada, ben].map((player, canvas) =>
    drawingBy([player], { canvas, prompt: number % 3, lock, guesses, wrongLocks: number % 4 === 1 ? 1 : 0 }),
  )
  await store.play(
    gameHeader({ startedAt, judge }),
    [drawings],
    [
      standingOf(ada, 300 * (number % 5), { heldFor: number === 4 ? ['too-soon'] : [] }),
      standingOf(ben, 200 * (number % 7), { rank: 2, firstCanvas: 1 }),
    ],
  )
}

test('[S18] [S13] boards: a database of 0.9.0 gets entries and answers from its migrations, as if they had always been kept', async () => {
  const now = Date.now()
  await giveConsent(store.prisma, ada, ben)
  for (let number = 0; number < 12; number++) await duel(number, now - (number + 1) * 40 * 86_400_000)
  await duel(12, now - 60_000)
  const day = '2026-05-01'
  const game = gameHeader({ day, startedAt: Date.parse(day) })
  await claimDailyTry(store.prisma, { day, gameId: game.id, player: ada, at: new Date(game.startedAt) })
  await store.saveGame(gameOf(game, [standingOf(ada, 900, { rounds: 1 })]))
  await store.saveRound({ ...emptyRound(game) })
  await store.saveRound(roundOf(gameHeader({ startedAt: now }), 0, [drawingBy([ada], { lock: null })]))

  // Days and weeks that are over are shown on no page, and are not made.
  await query(
    store.url,
    `delete from "BoardEntry" where board <> 'daily' and (span like 'day %' or span like 'week %')
       and span not in ('day ${dayOf(now)}', 'week ' || to_char(date_trunc('week', now() at time zone 'UTC'), 'YYYY-MM-DD'))`,
  )
  const kept = async () => ({
    entries: await query(store.url, 'select * from "BoardEntry" order by board, span, "playerId"'),
    players: await query(store.url, 'select id, drawings from "Player" order by id'),
    samples: await query(store.url, 'select id, "isHeld", "judgeVersion" from "Sample" order by id'),
    tally: await query(
      store.url,
      'select "judgeVersion", prompt, guess, label, reasons, sum(count) from "SampleTally" group by 1, 2, 3, 4, 5 having sum(count) <> 0 order by 1, 2, 3, 4, 5',
    ),
    answers: await query(store.url, 'select id, answer from "Drawing" order by id'),
    drawers: await query(store.url, 'select * from "Drawer" order by "drawingId", "playerId"'),
    results: await query(store.url, 'select * from "Result" order by "gameId", "playerId"'),
    games: await query(store.url, 'select id, board, "finishedAt" from "Game" order by id'),
  })
  const before = await kept()
  expect(before.entries.length).toBeGreaterThan(20)
  expect(before.tally).not.toEqual([])
  await query(store.url, asBefore)
  const said: string[] = []
  await migrate(readConnection(store.url), undefined, undefined, (text) => said.push(text))
  expect(await kept()).toEqual(before)
  expect(said).toContain('boards of digit 9')
})

/** A drawing that nobody guessed at has no answer. */
function emptyRound(game: ReturnType<typeof gameHeader>) {
  const startedAt = game.startedAt
  const drawings = [drawingBy([ada], { guesses: [], lock: null })]
  return { game, round: 3, startedAt, endedAt: startedAt + 10_000, drawings }
}
