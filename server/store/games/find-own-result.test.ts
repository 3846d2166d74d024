import { expect, test } from 'vitest'
import type { RecordedPlayer } from '#game/records/record'
import { findOwnResult } from '#server/store/games/find-own-result'
import { drawingBy, gameHeader, playerNamed, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const ada = playerNamed('Ada')
const grace = playerNamed('Grace')
const day = 86_400_000
const then = Date.UTC(2026, 4, 1)

async function play(score: number, startedAt: number, player: RecordedPlayer = ada) {
  const game = gameHeader({ startedAt })
  const drawings = [
    drawingBy([player], { index: 0, prompt: 3, points: 500 }),
    drawingBy([player], { index: 1, prompt: 8, points: 900 }),
  ]
  await store.play(game, [drawings], [standingOf(player, score)])
  return game.id
}

test('own result: it is compared with the best before it, not with what came later or what others did', async () => {
  const first = await play(1_500, then - 3 * day)
  await play(2_900, then - 2 * day, grace)
  const second = await play(2_400, then)
  await play(2_700, then + day)
  expect(await findOwnResult(store.prisma, first, ada.id)).toMatchObject({ best: { before: null } })
  expect(await findOwnResult(store.prisma, second, ada.id)).toMatchObject({
    pointsPerRound: 800,
    best: { before: 500 },
  })
  expect(await findOwnResult(store.prisma, second, grace.id)).toBeNull()
})

test('own result: the best drawing is the one with most points', async () => {
  const game = await play(1_500, then)
  expect((await findOwnResult(store.prisma, game, ada.id))?.drawing?.prompt).toBe(8)
})

test('own result: a game that counts for no board is compared with nothing', async () => {
  await play(1_500, then - day)
  const game = gameHeader({ startedAt: then, settings: { ...gameHeader().settings, digits: [1, 2] } })
  await store.play(game, [[drawingBy([ada], { points: 0 })]], [standingOf(ada, 900)])
  expect(await findOwnResult(store.prisma, game.id, ada.id)).toMatchObject({ best: null, drawing: null })
})
