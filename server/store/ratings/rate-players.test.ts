import { expect, test } from 'vitest'
import { findGameRatings } from '#server/store/ratings/find-game-ratings'
import { defaultRating } from '#server/store/ratings/rate-game'
import { gameHeader, gameOf, playerNamed, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const ada = playerNamed('Ada')
const ben = playerNamed('Ben')

function duel() {
  return gameOf(gameHeader(), [standingOf(ada, 900), standingOf(ben, 300, { rank: 2, firstCanvas: 1 })])
}

const ratings = () =>
  store.prisma.rating.findMany({
    select: { playerId: true, mu: true, sigma: true, games: true },
    orderBy: { mu: 'desc' },
  })

test('ratings: a finished game rates its players, and says what it changed', async () => {
  const game = duel()
  await store.saveGame(game)
  const [best, last] = await ratings()
  expect([best, last]).toMatchObject([
    { playerId: ada.id, games: 1 },
    { playerId: ben.id, games: 1 },
  ])
  const step = await store.prisma.ratingStep.findUnique({
    where: { gameId_playerId: { gameId: game.id, playerId: ada.id } },
  })
  expect(step).toMatchObject({
    ...{ muBefore: defaultRating.mu, sigmaBefore: defaultRating.sigma },
    ...{ mu: best?.mu, sigma: best?.sigma },
  })
})

test('ratings: a game saved again, or three times at once, rates nobody twice', async () => {
  const game = duel()
  await Promise.all([1, 2, 3].map(() => store.saveGame(game)))
  const once = await ratings()
  await store.saveGame(game)
  expect(await ratings()).toEqual(once)
  expect(once.map(({ games }) => games)).toEqual([1, 1])
})

test('ratings: games of the same players that end at once each count', async () => {
  await Promise.all(Array.from({ length: 6 }, duel).map((game) => store.saveGame(game)))
  const [best] = await ratings()
  expect(best?.games).toBe(6)
  const steps = await store.prisma.ratingStep.findMany({
    where: { playerId: ada.id },
    select: { muBefore: true, mu: true },
    orderBy: { mu: 'asc' },
  })
  // Each begins where the one before ended: none was lost.
  expect(steps.slice(1).map(({ muBefore }) => muBefore)).toEqual(steps.slice(0, -1).map(({ mu }) => mu))
})

test('ratings: a game alone leaves no rating', async () => {
  await store.saveGame(gameOf(gameHeader(), [standingOf(ada, 900)]))
  expect(await ratings()).toEqual([])
})

test('ratings: what a game did can be asked once it is saved', async () => {
  const game = duel()
  expect(await findGameRatings(store.prisma, game.id)).toBeNull()
  await store.saveGame(game)
  const ratings = await findGameRatings(store.prisma, game.id)
  expect(ratings?.[ada.id]).toMatchObject({
    after: 1_000 + (ratings?.[ada.id]?.change ?? 0),
    isProvisional: true,
  })
  expect(ratings?.[ada.id]?.change).toBeGreaterThan(ratings?.[ben.id]?.change ?? 0)
  const alone = gameOf(gameHeader(), [standingOf(ada, 900)])
  await store.saveGame(alone)
  expect(await findGameRatings(store.prisma, alone.id)).toEqual({})
})
