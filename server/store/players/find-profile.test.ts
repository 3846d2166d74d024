import { expect, test } from 'vitest'
import { revealedAt } from '#game/prompts/daily'
import type { DrawingRecord } from '#game/records/record'
import { decideHold } from '#server/store/moderation/decide-hold'
import { findFigures } from '#server/store/players/find-figures'
import { findProfile } from '#server/store/players/find-profile'
import { listPlayerGames } from '#server/store/players/list-player-games'
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
const ada = playerNamed('Ada')
const ben = playerNamed('Ben')
const lockAt = (atMs: number) => ({ lock: { atMs, guessIndex: 0, heldIndex: 1 } })

/** Ada alone draws all of these in one rush. */
async function draw(...overrides: Partial<DrawingRecord>[]): Promise<void> {
  const game = gameHeader({ settings: { ...gameHeader().settings, mode: 'rush' } })
  const drawings = overrides.map((overrides, index) => drawingBy([ada], { index, ...overrides }))
  await store.saveRound(roundOf(game, 0, drawings))
}

async function duel(startedAt: number, winner = ada, loser = ben) {
  const game = gameHeader({ startedAt })
  await store.saveGame(
    gameOf(game, [standingOf(winner, 2_000), standingOf(loser, 500, { rank: 2, firstCanvas: 1 })]),
  )
  return game.id
}

test('profile: each digit has its median time, its quickest clean one and how many locked', async () => {
  await draw(
    { prompt: 4, ...lockAt(900) },
    { prompt: 4, ...lockAt(700), wrongLocks: 1 },
    { prompt: 4, ...lockAt(1_300) },
    { prompt: 4, lock: null },
    { prompt: 7, lock: null },
  )
  const profile = await findProfile(store.prisma, ada.id)
  expect(profile?.digits).toEqual([
    { digit: 4, drawings: 4, locked: 3, lockMs: 900, bestMs: 900 },
    { digit: 7, drawings: 1, locked: 0, lockMs: null, bestMs: null },
  ])
})

test('profile: an empty canvas and one that a team shared say nothing about how somebody draws', async () => {
  await draw({ prompt: 4, lock: null, ink: '', pointCount: 0, guesses: [] })
  const relay = gameHeader({ settings: { ...gameHeader().settings, mode: 'relay' } })
  await store.saveRound(roundOf(relay, 0, [drawingBy([ada, ben])]))
  expect((await findProfile(store.prisma, ada.id))?.digits).toEqual([])
  expect((await findFigures(store.prisma, ada.id)).readings).toEqual([])
})

test('profile: readings are what the network said last, for each prompt', async () => {
  await draw(
    { prompt: 7, guesses: [guessFor(2, 900, 1), guessFor(7, 990, 2)] },
    { prompt: 7, guesses: [guessFor(1, 800, 1)] },
    { prompt: 7, guesses: [guessFor(1, 700, 1)] },
    { prompt: 3, guesses: [guessFor(10, 950, 1)] },
  )
  expect((await findFigures(store.prisma, ada.id)).readings).toEqual([
    { prompt: 3, label: 10, count: 1 },
    { prompt: 7, label: 1, count: 2 },
    { prompt: 7, label: 7, count: 1 },
  ])
})

test('[S13] profile: readings are the judge’s answers: the best digit, until it is as sure of none as a lock has to be', async () => {
  await draw({ prompt: 7, guesses: [guessFor(7, 101, 1)] }, { prompt: 7, guesses: [guessFor(7, 100, 1)] })
  expect((await findFigures(store.prisma, ada.id)).readings).toEqual([
    { prompt: 7, label: 7, count: 1 },
    { prompt: 7, label: 10, count: 1 },
  ])
})

test('[F5] profile: readings say nothing of a held result, until an admin has released it', async () => {
  const game = gameHeader()
  await store.saveRound(roundOf(game, 0, [drawingBy([ada]), drawingBy([ben], { canvas: 1 })]))
  const standings = [
    standingOf(ada, 2_900, { heldFor: ['too-soon'] }),
    standingOf(ben, 900, { rank: 2, firstCanvas: 1 }),
  ]
  await store.saveGame(gameOf(game, standings))
  const counts = () =>
    Promise.all([ada, ben].map(async ({ id }) => (await findFigures(store.prisma, id)).readings.length))
  expect(await counts()).toEqual([0, 1])
  await decideHold(store.prisma, { gameId: game.id, playerId: ada.id, decision: 'released' })
  expect(await counts()).toEqual([1, 1])
})

test('[R14] profile: a profile says nothing of the digits of a daily challenge before they are published', async () => {
  const day = '2026-11-24'
  await store.saveRound(roundOf(gameHeader({ day }), 0, [drawingBy([ada])]))
  const shownAt = async (now: number) => [
    (await findProfile(store.prisma, ada.id, now))?.digits.length,
    (await findFigures(store.prisma, ada.id, now)).readings.length,
  ]
  expect(await shownAt(revealedAt(day) - 1)).toEqual([0, 0])
  expect(await shownAt(revealedAt(day))).toEqual([1, 1])
})

test('profile: history has the newest game first, with place and what it did to the rating', async () => {
  const noon = Date.UTC(2026, 4, 1, 12)
  const first = await duel(noon)
  const second = await duel(noon + 3_600_000, ben, ada)
  const games = await listPlayerGames(store.prisma, { playerId: ada.id })
  expect(games).toMatchObject([
    { gameId: second, rank: 2, players: 2, score: 500 },
    { gameId: first, rank: 1, players: 2, score: 2_000 },
  ])
  const [loss, win] = games.map(({ rating }) => rating?.change ?? 0)
  expect(win).toBeGreaterThan(0)
  expect(loss).toBeLessThan(win ?? 0)
  expect(games[1]?.rating?.after).toBe(1_000 + (win ?? 0))
})

test('[S21] profile: a win needs points and somebody who lost, and a rating is provisional at first', async () => {
  await store.saveGame(gameOf(gameHeader(), [standingOf(ada, 900)]))
  expect(await findProfile(store.prisma, ada.id)).toMatchObject({ games: 1, wins: 0, rating: null })
  const [first, second] = [standingOf(ada, 0), standingOf(ben, 0, { rank: 2, firstCanvas: 1 })]
  const fool = gameHeader({ settings: { ...gameHeader().settings, mode: 'fool' } })
  await store.saveGame(gameOf(fool, [first, second]))
  expect(await findProfile(store.prisma, ada.id)).toMatchObject({ games: 2, wins: 0 })
  for (let game = 0; game < 5; game++) {
    await duel(Date.UTC(2026, 4, 2 + game))
    const profile = await findProfile(store.prisma, ada.id)
    expect(profile).toMatchObject({ wins: game + 1, rating: { games: game + 1, isProvisional: game < 4 } })
  }
})

test('profile: nobody has a profile before a record mentions them', async () => {
  expect(await findProfile(store.prisma, ada.id)).toBeNull()
})
