import { expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import { decideHold } from '#server/store/moderation/decide-hold'
import { heldPerPage, listHeld } from '#server/store/moderation/list-held'
import { listPlayerGames } from '#server/store/players/list-player-games'
import { findOwnReview } from '#server/store/samples/find-own-review'
import { drawingBy, gameHeader, gameOf, playerNamed, roundOf, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const bot = playerNamed('Bot')
const ada = playerNamed('Ada')

/** A digit that arrived 4 ms after its prompt, all at once. */
const atOnce = {
  prompt: 7 as const,
  promptAtMs: 5_000,
  ink: encodeInk([
    { kind: 'draw', atMs: 5_004, points: [0, 1, 2].map((step) => ({ x: 300 + 90 * step, y: 300, t: step })) },
    { kind: 'lift', atMs: 5_004 },
  ]),
  lock: { atMs: 60, guessIndex: 0, heldIndex: 1 },
  lagCreditMs: 0,
}

async function playHeld(startedAt = gameHeader().startedAt): Promise<string> {
  const game = { ...gameHeader(), startedAt }
  const drawings = [drawingBy([bot], atOnce), drawingBy([ada], { canvas: 1 })]
  await store.saveRound(roundOf(game, 0, drawings))
  const standings = [
    standingOf(bot, 2_900, { heldFor: ['too-soon', 'too-quick'] }),
    standingOf(ada, 900, { rank: 2, firstCanvas: 1 }),
  ]
  await store.saveGame(gameOf(game, standings))
  return game.id
}

test('[F5] held results: the admin sees each held result with its reasons, what its drawings took, and those drawings alone', async () => {
  const gameId = await playHeld()
  const { results, count, pageCount } = await listHeld(store.prisma)
  expect({ count, pageCount }).toEqual({ count: 1, pageCount: 1 })
  expect(results).toMatchObject([
    {
      ...{ gameId, playerId: bot.id, name: 'Bot', mode: 'race', isDaily: false, isBanned: false },
      ...{ score: 2_900, rank: 1, players: 2, reasons: ['too-soon', 'too-quick'], decidedAt: null },
      drawings: [{ prompt: 7, measures: { reactionMs: 4, lockMs: 60, writingMs: 2, points: 3, batches: 1 } }],
    },
  ])
})

test('[F5] held results: what was decided is listed with its decision, which may be changed', async () => {
  const hold = { gameId: await playHeld(), playerId: bot.id }
  const counts = async () =>
    Promise.all(
      ([null, 'released', 'removed'] as const).map(
        async (list) => (await listHeld(store.prisma, list)).count,
      ),
    )
  expect(await counts()).toEqual([1, 0, 0])
  await decideHold(store.prisma, { ...hold, decision: 'removed' })
  expect(await counts()).toEqual([0, 0, 1])
  await decideHold(store.prisma, { ...hold, decision: 'released' })
  expect(await counts()).toEqual([0, 1, 0])
  expect((await listHeld(store.prisma, 'released')).results[0]?.decidedAt).toBeInstanceOf(Date)
})

test('[F5] held results: a thousand held results come page by page, each once, the newest first', async () => {
  await playHeld()
  await store.prisma.$executeRaw`
    with game as (
      insert into "Game" (id, "roomCode", mode, settings, seed, "startedAt", "finishedAt")
      select gen_random_uuid(), 'CDFGH', 'race', '{}', 1, now(), now() from generate_series(1, 999) returning id
    ), result as (
      insert into "Result" ("gameId", "playerId", name, colour, score, rank, rounds, locks, "lockMs", "inkLength")
      select id, ${bot.id}::uuid, 'Bot', 1, 900, 1, 3, 3, 900, 900 from game returning "gameId", "playerId"
    )
    insert into "Hold" ("gameId", "playerId", reasons, "heldAt")
    select "gameId", "playerId", '{too-soon}', now() + random() * interval '1 day' from result`
  const { count, pageCount, results } = await listHeld(store.prisma)
  expect({ count, pageCount }).toEqual({ count: 1_000, pageCount: 1_000 / heldPerPage })
  const last = await listHeld(store.prisma, null, pageCount)
  const seen = [...results, ...(await listHeld(store.prisma, null, 2)).results, ...last.results]
  expect(new Set(seen.map(({ gameId }) => gameId)).size).toBe(3 * heldPerPage)
  const times = seen.map(({ heldAt }) => heldAt.getTime())
  expect(times).toEqual(times.toSorted((one, other) => other - one))
  expect((await listHeld(store.prisma, null, pageCount + 1)).results).toEqual([])
})

test('[F6] held results: the own result waits, is removed, or counts; of others nothing is said', async () => {
  const gameId = await playHeld()
  const told = async () => ({
    bot: await findOwnReview(store.prisma, gameId, bot.id),
    inHistory: (await listPlayerGames(store.prisma, { playerId: bot.id })).map(({ review }) => review),
    ada: await findOwnReview(store.prisma, gameId, ada.id),
  })
  expect(await told()).toEqual({ bot: 'waiting', inHistory: ['waiting'], ada: null })
  await decideHold(store.prisma, { gameId, playerId: bot.id, decision: 'removed' })
  expect(await told()).toEqual({ bot: 'removed', inHistory: ['removed'], ada: null })
  await decideHold(store.prisma, { gameId, playerId: bot.id, decision: 'released' })
  expect(await told()).toEqual({ bot: null, inHistory: [null], ada: null })
})
