import { expect, test } from 'vitest'
import { dailySettings } from '#game/prompts/daily'
import type { Digit } from '#game/protocol/scalars'
import type { GameHeader, RecordedPlayer, Standing } from '#game/records/record'
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

test('own result: neither a held result nor one that counts for no board or for another is one to compare with; the best of several is', async () => {
  const of = async (
    score: number,
    daysAgo: number,
    standing: Partial<Standing>,
    header: Partial<GameHeader> = {},
  ) => {
    const game = gameHeader({ startedAt: then - daysAgo * day, ...header })
    await store.play(game, [[drawingBy([ada])]], [standingOf(ada, score, standing)])
    return game.id
  }
  const { settings } = gameHeader()
  await of(2_900, 9, { heldFor: ['too-soon'] })
  await of(2_800, 8, { isByKeyboard: true })
  await of(2_700, 7, { rounds: 1 }, { settings: { ...settings, mode: 'rush', rounds: 1 } })
  await of(600, 6, {})
  await of(1_800, 5, {})
  await of(300, 4, {})
  const held = await of(900, 3, { isByKeyboard: true })
  expect(await findOwnResult(store.prisma, await of(900, 2, {}), ada.id)).toMatchObject({
    best: { before: 600 },
  })
  expect(await findOwnResult(store.prisma, held, ada.id)).toMatchObject({ best: null })
})

test('[R14] own result: a try at the challenge of a day is compared with nothing', async () => {
  const game = gameHeader({ startedAt: then, day: '2026-05-01', settings: dailySettings })
  await store.play(game, [[drawingBy([ada])]], [standingOf(ada, 900, { rounds: dailySettings.rounds })])
  expect(await findOwnResult(store.prisma, game.id, ada.id)).toMatchObject({ best: null })
})

test('own result: the best drawing is an own one, and of two with the same points the quicker', async () => {
  const game = gameHeader({ startedAt: then })
  const locked = (prompt: Digit, atMs: number, points = 700) => ({
    ...{ prompt, points, lock: { atMs, guessIndex: 0, heldIndex: 1 } },
  })
  const drawings = [
    drawingBy([ada], { index: 0, ...locked(2, 900) }),
    drawingBy([ada], { index: 1, ...locked(5, 400) }),
    drawingBy([ada], { index: 2, ...locked(6, 800) }),
    drawingBy([grace], { canvas: 1, ...locked(9, 300, 950) }),
  ]
  await store.play(game, [drawings], [standingOf(ada, 900), standingOf(grace, 900, { firstCanvas: 1 })])
  const found = await findOwnResult(store.prisma, game.id, ada.id)
  expect(found?.drawing).toEqual({ prompt: 5, inkText: drawings[1]?.ink })
})

test('own result: a game that counts for no board is compared with nothing', async () => {
  await play(1_500, then - day)
  const game = gameHeader({ startedAt: then, settings: { ...gameHeader().settings, digits: [1, 2] } })
  await store.play(game, [[drawingBy([ada], { points: 0 })]], [standingOf(ada, 900)])
  expect(await findOwnResult(store.prisma, game.id, ada.id)).toMatchObject({ best: null, drawing: null })
})
