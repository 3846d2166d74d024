import { expect, test } from 'vitest'
import { ratingBoard } from '#server/store/ratings/rating-board'
import { gameHeader, gameOf, playerNamed, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const ada = playerNamed('Ada')
const ben = playerNamed('Ben')
const cyd = playerNamed('Cyd')

async function duel(winner: typeof ada, loser: typeof ada, startedAt: number): Promise<string> {
  const game = gameHeader({ startedAt })
  const standings = [standingOf(winner, 900), standingOf(loser, 300, { rank: 2, firstCanvas: 1 })]
  await store.saveGame(gameOf(game, standings))
  return game.id
}

test('rating board: the board has who has played enough, the strongest first, each with their newest game', async () => {
  const day = (number: number) => Date.UTC(2026, 4, number)
  await duel(ada, cyd, day(1))
  let newest = ''
  for (let game = 2; game < 7; game++) newest = await duel(ada, ben, day(game))
  const { rows, own } = await ratingBoard(store.prisma, { own: ben.id })
  expect(rows).toMatchObject([
    { rank: 1, name: 'Ada', games: 6, gameId: newest },
    { rank: 2, name: 'Ben', games: 5, gameId: newest },
  ])
  expect(rows[0]?.rating).toBeGreaterThan(rows[1]?.rating ?? 0)
  expect(own).toEqual(rows[1])
})

test('rating board: who has played too little is not on the board', async () => {
  await duel(ada, ben, Date.UTC(2026, 4, 1))
  expect(await ratingBoard(store.prisma, { own: ada.id })).toEqual({ rows: [], own: null, around: [] })
})
