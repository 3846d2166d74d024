import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { dailySettings, revealedAt } from '#game/prompts/daily'
import type { RecordedPlayer } from '#game/records/record'
import { dailyBoard } from '#server/store/boards/leaderboard'
import { createDailyTries } from '#server/store/daily/daily-tries'
import { gameHeader, gameOf, playerNamed, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const answering = { isUp: async () => true }
const ada = playerNamed('Ada')
const grace = playerNamed('Grace')
const day = '2026-11-24'
const at = new Date('2026-11-24T09:00:00Z')

const claim = async (player: RecordedPlayer, gameId: string, of = day) => {
  const tries = createDailyTries(store.prisma, answering)
  return (await tries.claim({ day: of, gameId, player, at })).isRanked
}

async function play(player: RecordedPlayer, score: number, isByKeyboard = false) {
  const game = gameHeader({ settings: dailySettings, day })
  const isRanked = await claim(player, game.id)
  await store.saveGame(gameOf(game, [standingOf(player, score, { rounds: 1, isByKeyboard })]))
  return isRanked
}

test('daily tries: the first game of the day is the ranked one, and the next day there is another', async () => {
  expect(await claim(ada, randomUUID())).toBe(true)
  expect(await claim(ada, randomUUID())).toBe(false)
  expect(await claim(ada, randomUUID(), '2026-11-25')).toBe(true)
})

test('daily tries: of two games that start at the same time one is ranked', async () => {
  const claims = await Promise.all([claim(ada, randomUUID()), claim(ada, randomUUID())])
  expect(claims.sort()).toEqual([false, true])
})

test('daily tries: a claim whose answer got lost can be repeated', async () => {
  const gameId = randomUUID()
  expect([await claim(ada, gameId), await claim(ada, gameId)]).toEqual([true, true])
})

test('daily tries: the try of a game that did not begin is still to be had', async () => {
  const gameId = randomUUID()
  await claim(ada, gameId)
  await createDailyTries(store.prisma, answering).release(gameId)
  expect(await claim(ada, randomUUID())).toBe(true)
})

test('daily tries: the board of the day ranks everybody’s ranked try, however well they do later', async () => {
  expect(await play(ada, 12_000)).toBe(true)
  expect(await play(grace, 15_000)).toBe(true)
  expect(await play(ada, 30_000)).toBe(false)
  const { rows, own } = await dailyBoard(store.prisma, day, { own: ada.id })
  expect(rows.map(({ rank, name, pointsPerRound }) => [rank, name, pointsPerRound])).toEqual([
    [1, 'Grace', 15_000],
    [2, 'Ada', 12_000],
  ])
  expect(own?.rank).toBe(2)
})

test('[S12] daily tries: a try with the arrow keys is spent, and has no place among those of hands', async () => {
  expect(await play(ada, 30_000, true)).toBe(true)
  expect(await play(grace, 15_000)).toBe(true)
  expect(await play(ada, 20_000)).toBe(false)
  expect((await dailyBoard(store.prisma, day)).rows.map(({ name }) => name)).toEqual(['Grace'])
})

test('daily tries: a ranked try that was left half-way has no place', async () => {
  await claim(ada, randomUUID())
  expect((await dailyBoard(store.prisma, day)).rows).toEqual([])
})

test('[R14] daily tries: a ranked try that goes on when the secret of its day is published has no place on its board', async () => {
  for (const [player, endedAt] of [
    [ada, revealedAt(day) - 1],
    [grace, revealedAt(day)],
  ] as const) {
    const game = gameHeader({ settings: dailySettings, day })
    expect(await claim(player, game.id)).toBe(true)
    const record = gameOf(game, [standingOf(player, 12_000, { rounds: 1 })], { finishedAt: endedAt })
    await store.saveGame(record)
  }
  expect((await dailyBoard(store.prisma, day)).rows.map(({ name }) => name)).toEqual(['Ada'])
})

test('daily tries: a database that does not answer is not waited for at the start of a game', async () => {
  const tries = createDailyTries(store.prisma, { isUp: async () => false })
  await expect(tries.claim({ day, gameId: randomUUID(), player: ada, at })).rejects.toThrow('away')
  expect(await store.prisma.dailyTry.count()).toBe(0)
})
