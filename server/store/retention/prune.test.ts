import { mkdir, mkdtemp, readdir, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import { consentVersion } from '#game/protocol/consent'
import { checkDrawing } from '#game/records/check-drawing'
import type { DrawingRecord } from '#game/records/record'
import { rescore } from '#game/records/rescore'
import { daySpan, seasonSpan, weekSpan } from '#game/records/spans'
import { gameBoards } from '#game/records/what-counts'
import { digitBoard } from '#server/store/boards/digit-board'
import { leaderboard } from '#server/store/boards/leaderboard'
import { findReplay } from '#server/store/games/find-replay'
import { decideHold } from '#server/store/moderation/decide-hold'
import { listHeld } from '#server/store/moderation/list-held'
import { findFigures } from '#server/store/players/find-figures'
import { saveConsent } from '#server/store/players/save-consent'
import { retentionPolicy } from '#server/store/retention/policy'
import { prune } from '#server/store/retention/prune'
import { pruneRounds } from '#server/store/retention/prune-rounds'
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
const now = Date.UTC(2026, 10, 28)
const daysAgo = (days: number) => now - days * 86_400_000
const policy = retentionPolicy({ keepRoundsDays: 365, keepGuessesDays: 90 }, now)
const dataFolder = await mkdtemp(path.join(tmpdir(), 'prune-'))
const options = { policy, dataFolder, isDryRun: false }

/** A race of three rounds. @param points of each round; the fewer, the later the lock */
async function race(startedAt: number, points: number, overrides: Partial<DrawingRecord> = {}) {
  const game = gameHeader({ startedAt })
  const lock = { atMs: 2_000 - points, guessIndex: 0, heldIndex: 1 }
  for (const round of [0, 1, 2]) {
    const drawings = [
      drawingBy([ada], { points, lock, ...overrides }),
      drawingBy([ben], { canvas: 1, points, lock, ...overrides }),
    ]
    await store.saveRound(roundOf(game, round, drawings))
  }
  await store.saveGame(
    gameOf(game, [standingOf(ada, 3 * points), standingOf(ben, 3 * points, { firstCanvas: 1 })]),
  )
  return game.id
}

async function boards() {
  return {
    games: await Promise.all(gameBoards.map((board) => leaderboard(store.prisma, { board }))),
    digits: await Promise.all([0, 1, 2, 3].map((digit) => digitBoard(store.prisma, { digit }))),
  }
}

async function isKept(gameId: string) {
  const replay = await findReplay(store.prisma, gameId)
  return replay?.rounds.map((round) => round.isKept && round.drawings.length > 0)
}

test('[C10] pruning: drawings of old rounds go, those behind a best of all time stay, and so does every board', async () => {
  const best = await race(daysAgo(800), 950)
  const forgotten = await race(daysAgo(700), 500)
  const recent = await race(daysAgo(300), 400)
  const before = await boards()
  const report = await prune(store.prisma, options)
  expect(report.Drawing?.rows).toBe(6)
  expect(await isKept(forgotten)).toEqual([false, false, false])
  for (const kept of [best, recent]) expect(await isKept(kept)).toEqual([true, true, true])
  expect(await boards()).toEqual(before)
  expect((await findReplay(store.prisma, forgotten))?.standings).toHaveLength(2)
})

test('[C10] [F5] pruning: a result that is held keeps its drawings until an admin has decided', async () => {
  await race(daysAgo(800), 950)
  const held = await race(daysAgo(700), 500)
  const hold = { gameId: held, playerId: ben.id }
  await store.prisma.hold.create({ data: { ...hold, reasons: ['too-soon'], heldAt: new Date(daysAgo(700)) } })
  await prune(store.prisma, options)
  expect(await isKept(held)).toEqual([true, true, true])
  await decideHold(store.prisma, { ...hold, decision: 'removed' })
  await prune(store.prisma, options)
  expect(await isKept(held)).toEqual([false, false, false])
})

test('[C10] pruning: a round with a sample stays whole, until the sample is taken back', async () => {
  await giveConsent(store.prisma, ada, ben)
  await race(daysAgo(300), 950)
  const lent = await race(daysAgo(700), 0, {
    lock: null,
    guesses: [guessFor(7, 990, 1), guessFor(7, 990, 2)],
  })
  await prune(store.prisma, options)
  expect(await isKept(lent)).toEqual([true, true, true])
  await store.prisma.sample.deleteMany()
  await prune(store.prisma, options)
  expect(await isKept(lent)).toEqual([false, false, false])
})

test('[C4] [C10] pruning: a drawing that nobody allowed to keep goes with its round, and its sample with it', async () => {
  await giveConsent(store.prisma, ada, ben)
  await race(daysAgo(300), 950)
  const fooling = { lock: null, guesses: [guessFor(7, 990, 1), guessFor(7, 990, 2)] }
  const unasked = await race(daysAgo(700), 0, fooling)
  expect(await store.prisma.sample.count()).toBe(6)
  const never = { hasConsented: null, consentVersion: null, consentAnsweredAt: null }
  await store.prisma.player.update({ where: { id: ada.id }, data: never })
  await prune(store.prisma, options)
  expect(await isKept(unasked)).toEqual([true, true, true])
  const no = { hasConsented: false, version: consentVersion, at: new Date() }
  await saveConsent(store.prisma, ben, no)
  expect((await prune(store.prisma, options)).Sample).toMatchObject({ rows: 6 })
  expect(await isKept(unasked)).toEqual([false, false, false])
  expect(await store.prisma.sample.count()).toBe(0)
})

test('[C10] [F5] pruning: a best that was released from a hold keeps its drawings, and one that was removed does not', async () => {
  const gameId = await race(daysAgo(700), 950)
  for (const { id: playerId } of [ada, ben]) {
    await store.prisma.hold.create({
      data: { gameId, playerId, reasons: ['too-soon'], heldAt: new Date(daysAgo(700)) },
    })
    await decideHold(store.prisma, { gameId, playerId, decision: 'removed' })
  }
  const wouldGo = async () =>
    (await pruneRounds(store.prisma, { ...policy, season: null, after: null, isDryRun: true }))?.Drawing.rows
  expect(await wouldGo()).toBe(6)
  await decideHold(store.prisma, { gameId, playerId: ada.id, decision: 'released' })
  expect(await wouldGo()).toBe(0)
})

test('[C10] [S18] pruning: bests of the season that is on keep their drawings, those of seasons before leave its boards', async () => {
  const play = async (version: string, startedAt: number, atMs: number) => {
    const game = gameHeader({ startedAt, judge: { version, engine: 'wasm' } })
    const lock = { atMs, guessIndex: 0, heldIndex: 1 }
    await store.play(game, [[drawingBy([ada], { lock })]], [standingOf(ada, 3_000 - atMs)])
    return game.id
  }
  const former = await play('digits-v1', daysAgo(700), 900)
  await play('digits-v2', daysAgo(300), 400)
  const digitsOfFormer = async () =>
    (await digitBoard(store.prisma, { digit: 1, span: seasonSpan('digits-v1') })).rows.map(
      ({ gameId }) => gameId,
    )
  const pruning = { ...policy, after: null, isDryRun: false }
  await pruneRounds(store.prisma, { ...pruning, season: 'digits-v1' })
  expect([await isKept(former), await digitsOfFormer()]).toEqual([[true], [former]])
  await pruneRounds(store.prisma, { ...pruning, season: 'digits-v2' })
  expect([await isKept(former), await digitsOfFormer()]).toEqual([[false], []])
})

test('[S16] pruning: the boards of days and weeks that are over go, those of challenges and of all time stay', async () => {
  await race(daysAgo(20), 950)
  await race(daysAgo(3), 900)
  const spansOf = async () => {
    const entries = await store.prisma.boardEntry.findMany({ where: { board: 'race', playerId: ada.id } })
    return entries.map(({ span }) => span).sort()
  }
  const [old, recent] = [daysAgo(20), daysAgo(3)]
  const kept = ['all', seasonSpan('digits-v1'), daySpan(recent), weekSpan(recent)]
  expect(await spansOf()).toEqual([...kept, daySpan(old), weekSpan(old)].sort())
  await prune(store.prisma, options)
  expect(await spansOf()).toEqual(kept.sort())
})

test('[C10] pruning: old guesses go but for the last, and the judge makes the same again, with lock and points', async () => {
  const { prompt, promptAtMs, ink } = drawingBy([ada])
  const guesses = [guessFor(1, 400, 1), guessFor(1, 990, 2)]
  const drawn = { prompt, promptAtMs, ink, guesses, ...rescore({ prompt, promptAtMs, ink }, guesses) }
  const game = await race(daysAgo(100), 900, drawn)
  const readings = (await findFigures(store.prisma, ada.id)).readings
  await prune(store.prisma, options)
  const stored = (await findReplay(store.prisma, game))?.rounds[0]?.drawings[0]
  if (!stored) throw new Error('the drawing is gone')
  expect(stored.guesses).toEqual([{ opCount: 1, thousandths: null }, guesses[1]])
  const check = checkDrawing(stored, () => guesses)
  expect(check).toMatchObject({ guesses: 1, sameGuesses: 1, isSameLock: true, isSamePoints: true })
  expect((await findFigures(store.prisma, ada.id)).readings).toEqual(readings)
})

test.each([0, 1])(
  '[C10] [F5] pruning: the admin reads of a held result what they read before, when guess %i was the lock',
  async (guessIndex) => {
    const ink = encodeInk([
      { kind: 'draw', atMs: 500, points: [200, 400].map((y, step) => ({ x: 500, y, t: 480 + step * 16 })) },
      { kind: 'draw', atMs: 700, points: [600, 800].map((y, step) => ({ x: 500, y, t: 680 + step * 16 })) },
      { kind: 'lift', atMs: 700 },
    ])
    const guesses = [1, 1, 3, 3].map((opCount) => guessFor(1, 990, opCount))
    const gameId = await race(daysAgo(100), 900, {
      ...{ ink, guesses, lock: { atMs: 1_100, guessIndex, heldIndex: 3 } },
    })
    await store.prisma.hold.create({
      data: { gameId, playerId: ben.id, reasons: ['too-soon'], heldAt: new Date(daysAgo(100)) },
    })
    const before = await listHeld(store.prisma)
    expect(before.results[0]?.drawings[0]?.measures).toMatchObject({ writingMs: 16 })
    expect((await prune(store.prisma, options))['Drawing.guesses']).toMatchObject({ rows: 6 })
    expect(await listHeld(store.prisma)).toEqual(before)
  },
)

test('[C10] pruning: a dry run says what would go, and changes nothing', async () => {
  await race(daysAgo(800), 950)
  await race(daysAgo(700), 500)
  await race(daysAgo(100), 400)
  const dump = () =>
    query(
      store.url,
      'select round.*, drawing.* from "Round" round left join "Drawing" drawing on drawing."roundId" = round.id order by 1',
    )
  const before = await dump()
  const foretold = await prune(store.prisma, { ...options, isDryRun: true })
  expect(await dump()).toEqual(before)
  expect(await prune(store.prisma, options)).toEqual(foretold)
  expect(foretold).toMatchObject({
    Drawing: { rows: 6 },
    Drawer: { rows: 6 },
    'Drawing.guesses': { rows: 12 },
  })
  const again = await prune(store.prisma, options)
  expect(Object.values(again).map(({ rows }) => rows)).toEqual([0, 0, 0, 0, 0, 0, 0])
})

test('[C10] pruning: forever keeps all', async () => {
  await race(daysAgo(30_000), 500)
  const forever = retentionPolicy({ keepRoundsDays: null, keepGuessesDays: null }, now)
  const report = await prune(store.prisma, { ...options, policy: forever })
  expect(report).toMatchObject({ Drawing: { rows: 0 }, 'Drawing.guesses': { rows: 0 } })
})

test('[C10] pruning: two servers at once do the work once, and what was stopped goes on', async () => {
  await race(daysAgo(300), 950)
  const game = await race(daysAgo(700), 500)
  // More than one batch.
  await query(
    store.url,
    `insert into "Round" (id, "gameId", index, "judgeVersion", "judgeEngine", "startedAt", "endedAt")
     select gen_random_uuid(), id, 10 + number, 'digits-v1', 'wasm', "startedAt", "startedAt"
     from "Game", generate_series(1, 500) as number where id = '${game}'`,
  )
  const stopped = new AbortController()
  stopped.abort()
  expect((await prune(store.prisma, { ...options, signal: stopped.signal })).Drawing).toBeUndefined()
  const reports = await Promise.all([prune(store.prisma, options), prune(store.prisma, options)])
  const rows = reports.reduce((sum, { Drawing }) => sum + (Drawing?.rows ?? 0), 0)
  expect(rows).toBe(6)
  expect(await store.prisma.round.count({ where: { hasDrawings: false } })).toBe(503)
})

test('[C10] pruning: a round that ended at the very limit is kept, its guesses as well', async () => {
  const game = await race(daysAgo(400), 900)
  await race(daysAgo(1), 950)
  const { endedAt } = await store.prisma.round.findFirstOrThrow({ where: { gameId: game, index: 1 } })
  const limits = {
    season: null,
    after: null,
    isDryRun: true,
    drawingsBefore: endedAt,
    guessesBefore: endedAt,
  }
  expect(await pruneRounds(store.prisma, limits)).toMatchObject({
    Drawing: { rows: 2 },
    'Drawing.guesses': { rows: 0 },
  })
  expect(await pruneRounds(store.prisma, { ...limits, drawingsBefore: null })).toMatchObject({
    ...{ Drawing: { rows: 0 }, 'Drawing.guesses': { rows: 2 } },
  })
})

test('[C10] pruning: dead letters on disk go after a month, nothing else does', async () => {
  await mkdir(path.join(dataFolder, 'outbox'), { recursive: true })
  for (const [name, days] of [
    ['old.json.refused', 31],
    ['new.json.refused', 29],
    ['waiting.json', 99],
  ] as const) {
    await writeFile(path.join(dataFolder, 'outbox', name), '{}')
    await utimes(path.join(dataFolder, 'outbox', name), daysAgo(days) / 1000, daysAgo(days) / 1000)
  }
  await prune(store.prisma, options)
  expect((await readdir(path.join(dataFolder, 'outbox'))).sort()).toEqual([
    'new.json.refused',
    'waiting.json',
  ])
})
