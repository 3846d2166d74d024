import { expect, test } from 'vitest'
import { dailySettings } from '#game/prompts/daily'
import type { GameHeader, Standing } from '#game/records/record'
import { findBests } from '#server/store/players/find-bests'
import { drawingBy, gameHeader, playerNamed, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const ada = playerNamed('Ada')
const grace = playerNamed('Grace')
const { settings } = gameHeader()

async function play(
  score: number,
  header: Partial<GameHeader> = {},
  standing: Partial<Standing> = {},
  player = ada,
) {
  const game = gameHeader(header)
  await store.play(game, [[drawingBy([player])]], [standingOf(player, score, standing)])
  return game.id
}

const rush = { settings: { ...settings, mode: 'rush', roundSeconds: 30 } } as const

test('[A5] bests: one game for each board that the player is on, in the order of the boards', async () => {
  await play(1_500)
  const sums = await play(700, {
    settings: { ...rush.settings, sums: 'easy', roundSeconds: 60 },
  })
  const shortRush = await play(800, rush, { rounds: 1 })
  const race = await play(2_400)
  await play(2_400, { startedAt: gameHeader().startedAt + 1_000 })
  await play(2_900, {}, {}, grace)
  expect((await findBests(store.prisma, ada.id)).map(({ board, gameId }) => [board, gameId])).toEqual([
    ['race', race],
    ['rush-30', shortRush],
    ['sums-rush-easy', sums],
  ])
  expect(await findBests(store.prisma, grace.id)).toMatchObject([
    { board: 'race', pointsPerRound: 2_900 / 3 },
  ])
})

test('[A5] bests: neither a held result, nor arrow keys, nor a try of a day, nor a game for fun is one', async () => {
  const max = playerNamed('Max')
  await play(2_900, {}, { heldFor: ['too-soon'] }, max)
  await play(2_800, {}, { isByKeyboard: true }, max)
  await play(2_700, { day: '2026-05-01', settings: dailySettings }, {}, max)
  await play(2_600, { settings: { ...settings, modifier: 'mirror' } }, {}, max)
  await play(2_500, { ghosts: gameHeader().id }, {}, max)
  expect(await findBests(store.prisma, max.id)).toEqual([])
})
