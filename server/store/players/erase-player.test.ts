import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { holdReasons } from '#game/records/hold-reason'
import { exportFormats } from '#models/samples-format/formats'
import { dailyBoard, leaderboard } from '#server/store/boards/leaderboard'
import { claimDailyTry } from '#server/store/daily/daily-tries'
import { findReplay } from '#server/store/games/find-replay'
import { erasePlayer } from '#server/store/players/erase-player'
import { saveReport } from '#server/store/players/moderation-store'
import { saveRecoveryCode, takeRecoveryCode } from '#server/store/players/recovery-codes'
import { saveGhosts } from '#server/store/players/save-choices'
import { saveConsent } from '#server/store/players/save-consent'
import { isErased, lockForErasure } from '#server/store/players/tombstones'
import { tallyContributors } from '#server/store/samples/contributor-tally'
import { saveReview } from '#server/store/samples/save-review'
import { writeExport } from '#server/store/samples/write-export'
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
const day = '2026-05-01'
const at = new Date(Date.UTC(2026, 4, 1, 12))
/** Such a name that nothing else can hold it. */
const ada = playerNamed('Adalhardis')
const ben = playerNamed('Ben')
const cleo = playerNamed('Cleo')
/** A drawing the network wants to learn from. */
const fooling = { lock: null, guesses: [guessFor(7, 990, 1), guessFor(7, 990, 2)] }

const duel = gameHeader()
const second = gameHeader()
const rush = gameHeader({ settings: { ...duel.settings, mode: 'rush', roundSeconds: 30 } })
const relay = gameHeader({ settings: { ...duel.settings, mode: 'relay', roundSeconds: 60 } })
const daily = gameHeader({ day })

async function race(game: typeof duel) {
  for (const round of [0, 1, 2]) {
    const drawings = [drawingBy([ada], fooling), drawingBy([ben], { canvas: 1 })]
    await store.saveRound(roundOf(game, round, drawings))
  }
  await store.saveGame(
    gameOf(game, [standingOf(ada, 2_700), standingOf(ben, 900, { rank: 2, firstCanvas: 1 })]),
  )
}

/** Ada, in every table that knows players. */
beforeEach(async () => {
  await store.prisma.tombstone.deleteMany()
  await giveConsent(store.prisma, ada)
  await race(duel)
  await race(second)
  await store.play(rush, [[drawingBy([ada], fooling)]], [standingOf({ ...ada, label: `${ada.name} 2` }, 900)])
  await store.saveRound(roundOf(relay, 0, [drawingBy([cleo, ada])]))
  const held = standingOf(ada, 900, { heldFor: [holdReasons[0]] })
  await store.saveGame(gameOf(relay, [held, standingOf(cleo, 900)]))
  await claimDailyTry(store.prisma, { day, gameId: daily.id, player: ada, at })
  await store.play(daily, [[drawingBy([ada])]], [standingOf(ada, 800)])
  await saveRecoveryCode(store.prisma, { player: ada, hash: 'a hash', at })
  const told = { reason: 'cheating', roomCode: 'ACDEF', at } as const
  await saveReport(store.prisma, { reporterId: ada.id, player: ben, ...told })
  await saveReport(store.prisma, { reporterId: ben.id, player: ada, ...told })
  const [own, other] = await store.prisma.sample.findMany({ take: 2 })
  await tallyContributors(store.prisma)
  await saveReview(store.prisma, { sampleId: own?.id ?? '', reviewer: 'admin', verdict: 7 })
  await saveReview(store.prisma, { sampleId: other?.id ?? '', reviewer: ada.id, verdict: 7 })
  await store.prisma.adminAction.create({
    data: { kind: 'readmitted', actor: 'admin', playerId: ada.id, samples: 0 },
  })
})

type Column = { table: string; column: string }

/** Every column that can hold a text, an id or JSON. */
function textColumns(): Promise<Column[]> {
  return query<Column>(
    store.url,
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'public' and table_name not like '\\_prisma%'
       and (data_type in ('text', 'uuid', 'jsonb', 'json', 'ARRAY', 'bytea', 'character varying'))`,
  )
}

/** Where somebody is still to be found, as `Table.column`. */
async function whereIs({ id, name }: { id: string; name: string }): Promise<string[]> {
  const looks = (await textColumns()).map(
    ({ table, column }) => `select '${table}.${column}' as place where exists (
      select from "${table}" where "${column}"::text ilike '%${id}%' or "${column}"::text ilike '%${name}%')`,
  )
  const found = await query<{ place: string }>(store.url, looks.join(' union all '))
  return found.map(({ place }) => place).sort()
}

/** All that an export holds, in all formats. */
async function exported(): Promise<string> {
  const parent = await mkdtemp(path.join(tmpdir(), 'erasure-'))
  const folder = path.join(parent, 'samples')
  await writeExport(store.prisma, folder, {
    formats: exportFormats,
    scope: { filter: {}, onlyReviewed: false },
    contributorKey: 'a key that stays on the server',
  })
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const texts = await Promise.all(
    files.map(({ parentPath, name }) => readFile(path.join(parentPath, name), 'latin1')),
  )
  await rm(parent, { recursive: true })
  return texts.join()
}

test('[C6] erasure: nothing of the player is left in any column of any table, nor in an export', async () => {
  const before = [
    'AdminAction.playerId',
    'ChangedContributor.playerId',
    'ContributorTally.playerId',
    'DailyTry.playerId',
    'Drawer.name',
    'Drawer.playerId',
    'Hold.playerId',
    'Player.id',
    'Player.name',
    'Rating.playerId',
    'RatingStep.playerId',
    'RecoveryCode.playerId',
    'Report.playerId',
    'Report.reporterId',
    'Result.name',
    'Result.playerId',
    'Review.reviewer',
    'Sample.contributorId',
  ]
  expect(await whereIs(ada)).toEqual(expect.arrayContaining(before))
  const samples = await store.prisma.sample.findMany({ select: { id: true } })
  expect(await exported()).toContain(samples[0]?.id)

  await erasePlayer(store.prisma, ada.id)
  expect(await whereIs(ada)).toEqual([])
  const archive = await exported()
  for (const { id } of samples) expect(archive).not.toContain(id)
  expect(await store.prisma.review.count()).toBe(0)
  expect(await store.prisma.adminAction.count()).toBe(1)
})

test('[C6] erasure: each column that can hold a player goes with the row or is emptied with it, or is seen to here', async () => {
  const columns = (await textColumns()).filter(({ column }) =>
    /player|contributor|report|review/i.test(column),
  )
  const cascading = await query<Column>(
    store.url,
    `select key.relname as table, attribute.attname as column
     from pg_constraint reference
       join pg_class key on key.oid = reference.conrelid
       join pg_attribute attribute on attribute.attrelid = key.oid and attribute.attnum = any(reference.conkey)
     where reference.contype = 'f' and reference.confdeltype in ('c', 'n')
       and reference.confrelid in ('"Player"'::regclass, '"Rating"'::regclass, '"Result"'::regclass)`,
  )
  // What a reviewer calls themselves is no player's.
  const seenTo = [
    'AdminSession.reviewer',
    'ChangedContributor.playerId',
    'Drawer.playerId',
    'Report.reporterId',
    'Result.playerId',
    'Review.reviewer',
  ]
  const named = (found: Column[]) => found.map(({ table, column }) => `${table}.${column}`)
  const left = named(columns).filter((column) => !named(cascading).includes(column))
  expect(left.sort()).toEqual(seenTo)
})

test('[C7] erasure: games that others played in stay as they are, but for the name; a game of the player alone goes', async () => {
  const before = await findReplay(store.prisma, duel.id)
  await erasePlayer(store.prisma, ada.id)
  const after = await findReplay(store.prisma, duel.id, 'somebody')
  const withoutPeople = (replay: typeof after) => ({
    ...replay,
    rounds: replay?.rounds.map((round) => ({
      ...round,
      drawings: round.drawings.map(({ players, ...drawing }) => ({
        ...drawing,
        colours: players.map((player) => player.colour),
      })),
    })),
    standings: replay?.standings.map(({ player, ...standing }) => ({ ...standing, colour: player.colour })),
  })
  expect(withoutPeople(after)).toEqual(withoutPeople(before))
  expect(after?.standings.map(({ player }) => player.name)).toEqual(['somebody', ben.name])
  const [first] = after?.standings ?? []
  // One game still tells who drew what.
  for (const { drawings } of after?.rounds ?? []) expect(drawings[0]?.players).toEqual([first?.player])
  expect(await findReplay(store.prisma, relay.id)).not.toBeNull()
  for (const game of [rush, daily]) expect(await findReplay(store.prisma, game.id)).toBeNull()
})

test('[C7] erasure: no two games of a former player can be told to be of the same person', async () => {
  await erasePlayer(store.prisma, ada.id)
  const ids = await store.prisma.result.findMany({ where: { name: null }, select: { playerId: true } })
  expect(ids).toHaveLength(3)
  expect(new Set(ids.map(({ playerId }) => playerId)).size).toBe(3)
})

test('[C7] erasure: a race against an own earlier game no longer leads to it; one against a game of others does', async () => {
  const [own, other] = [gameHeader({ ghosts: duel.id }), gameHeader({ ghosts: relay.id })]
  await race(own)
  await store.play(other, [[drawingBy([ben])]], [standingOf(ben, 900)])
  await erasePlayer(store.prisma, ada.id)
  const ghosts = async (id: string) => (await store.prisma.game.findUnique({ where: { id } }))?.ghosts
  expect([await ghosts(own.id), await ghosts(other.id)]).toEqual([null, relay.id])
})

test('[C7] erasure: a former player is on no board', async () => {
  await erasePlayer(store.prisma, ada.id)
  const { rows } = await leaderboard(store.prisma, { board: 'race' })
  expect(rows.map(({ name }) => name)).toEqual([ben.name])
  expect((await dailyBoard(store.prisma, day)).rows).toEqual([])
})

test('[C7] erasure: the last one whose name a game holds takes the game along', async () => {
  await erasePlayer(store.prisma, ada.id)
  await erasePlayer(store.prisma, ben.id)
  for (const game of [duel, second]) expect(await findReplay(store.prisma, game.id)).toBeNull()
  expect(await findReplay(store.prisma, relay.id)).not.toBeNull()
})

test('[C8] erasure: what is written after it names nobody, and what only the player did is not written', async () => {
  const running = gameHeader()
  await store.saveRound(roundOf(running, 0, [drawingBy([ada], fooling), drawingBy([ben], { canvas: 1 })]))
  await erasePlayer(store.prisma, ada.id)
  await store.saveRound(roundOf(running, 1, [drawingBy([ada], fooling), drawingBy([ben], { canvas: 1 })]))
  await store.saveGame(
    gameOf(running, [standingOf(ada, 100, { rank: 2 }), standingOf(ben, 900, { firstCanvas: 1 })]),
  )
  const alone = gameHeader()
  await store.play(alone, [[drawingBy([ada])]], [standingOf(ada, 900)])

  expect(await whereIs(ada)).toEqual([])
  expect(await findReplay(store.prisma, alone.id)).toBeNull()
  const replay = await findReplay(store.prisma, running.id)
  const former = new Set(replay?.rounds.map(({ drawings }) => drawings[0]?.players[0]?.id))
  expect([...former]).toEqual([replay?.standings.find(({ player }) => player.name !== ben.name)?.player.id])
  expect(replay?.standings.find(({ player }) => player.id === ben.id)).toMatchObject({ score: 900, rank: 1 })
})

test('[C8] erasure: nothing else that is said later brings the player back', async () => {
  await erasePlayer(store.prisma, ada.id)
  const told = { reason: 'name', roomCode: 'ACDEF', at } as const
  await saveConsent(store.prisma, ada, { hasConsented: true, version: 2, at })
  await saveGhosts(store.prisma, ada, { lendsGhosts: true, version: 1, at })
  await saveReport(store.prisma, { reporterId: ben.id, player: ada, ...told })
  await saveReport(store.prisma, { reporterId: ada.id, player: cleo, ...told })
  expect(await store.prisma.report.count({ where: { playerId: cleo.id } })).toBe(0)
  expect(await claimDailyTry(store.prisma, { day, gameId: randomUUID(), player: ada, at })).toMatchObject({
    isRanked: false,
  })
  await expect(saveRecoveryCode(store.prisma, { player: ada, hash: 'another', at })).rejects.toThrow()
  expect(await takeRecoveryCode(store.prisma, 'a hash', async ({ id }) => id)).toBeNull()
  expect(await whereIs(ada)).toEqual([])
})

test('[C8] erasure: a record that is being written at the same moment is caught', async () => {
  const games = Array.from({ length: 12 }, () => gameHeader())
  const writing = games.map((game) =>
    store.saveRound(roundOf(game, 0, [drawingBy([ada]), drawingBy([ben], { canvas: 1 })])),
  )
  await Promise.all([...writing, erasePlayer(store.prisma, ada.id)])
  expect(await whereIs(ada)).toEqual([])
})

test('[C6] erasure: it may be asked for again, and of somebody nobody has heard of', async () => {
  const stranger = playerNamed('Stranger')
  for (const { id } of [ada, ada, stranger]) {
    await erasePlayer(store.prisma, id)
    expect(await isErased(store.prisma, id)).toBe(true)
  }
  expect(await isErased(store.prisma, ben.id)).toBe(false)
})

/** Waits until something in the database waits for a lock. */
async function seesWaiting() {
  const waiting = () =>
    query(
      store.url,
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
  await expect.poll(waiting).toHaveLength(1)
}

test('[C8] erasure: only what names the player waits for it, and the start of their daily challenge not for long', async () => {
  const games = () => store.prisma.game.count()
  const before = await games()
  await store.prisma.$transaction(
    async (transaction) => {
      await lockForErasure(transaction, ada.id)
      await store.saveRound(roundOf(gameHeader(), 0, [drawingBy([ben])]))
      await claimDailyTry(store.prisma, { day, gameId: randomUUID(), player: cleo, at })
      const claim = claimDailyTry(store.prisma, { day, gameId: randomUUID(), player: ada, at })
      await expect(claim).rejects.toThrow('lock timeout')
    },
    { timeout: 60_000 },
  )
  expect(await games()).toBe(before + 1)
})

test('[C6] erasure: a game in which another is just being written stays for them', async () => {
  let erasing: Promise<void> | undefined
  await store.prisma.$transaction(
    async (transaction) => {
      const [id, startedAt] = [randomUUID(), at]
      await transaction.round.create({
        data: {
          ...{ id, gameId: rush.id, index: 1, judgeVersion: 'digits-v1', judgeEngine: 'wasm' },
          ...{ startedAt, endedAt: at },
          drawings: {
            create: {
              ...{
                canvas: 0,
                index: 0,
                prompt: 1,
                promptAtMs: 0,
                ink: '',
                pointCount: 0,
                inkLength: 0,
                guesses: [],
              },
              ...{ wrongLocks: 0, lagCreditMs: 0, points: 0, speed: 0, cleanness: 0 },
              drawers: { create: { playerId: cleo.id, place: 0, name: cleo.name, colour: 1 } },
            },
          },
        },
      })
      erasing = erasePlayer(store.prisma, ada.id)
      await seesWaiting()
    },
    { timeout: 60_000 },
  )
  await erasing
  expect((await findReplay(store.prisma, rush.id))?.rounds).toHaveLength(2)
})

test('[C6] erasure: a round of another is written to a game that an erasure is taking away', async () => {
  let writing: Promise<void> | undefined
  await store.prisma.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`select from "Game" where id = ${rush.id}::uuid for update`
      writing = store.saveRound(roundOf(rush, 1, [drawingBy([ben])]))
      await seesWaiting()
      await transaction.game.delete({ where: { id: rush.id } })
    },
    { timeout: 60_000 },
  )
  await writing
  expect((await findReplay(store.prisma, rush.id))?.rounds).toHaveLength(1)
})
