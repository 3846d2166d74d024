import { expect, test } from 'vitest'
import type { DrawingRecord, GameHeader, RecordedPlayer } from '#game/records/record'
import { daySpan } from '#game/records/spans'
import { digitBoard } from '#server/store/boards/digit-board'
import { findDigitTargets } from '#server/store/games/find-targets'
import { findProfile } from '#server/store/players/find-profile'
import { drawingBy, gameHeader, gameOf, playerNamed, roundOf, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const ada = playerNamed('Ada')
const grace = playerNamed('Grace')

async function draws(players: RecordedPlayer[], eight: Partial<DrawingRecord>, header?: Partial<GameHeader>) {
  const game = gameHeader(header)
  const drawing = drawingBy(players, { prompt: 8, ...eight })
  await store.saveRound(roundOf(game, 0, [drawing]))
  await store.saveGame(
    gameOf(
      game,
      players.map((player) => standingOf(player, 900)),
    ),
  )
}

const lockedAt = (atMs: number) => ({ lock: { atMs, guessIndex: 0, heldIndex: 1 } })

test('digit board: the quickest 8 of each player is on the board of the 8s, with its ink', async () => {
  await draws([ada], lockedAt(1_400))
  await draws([ada], lockedAt(900))
  await draws([grace], lockedAt(1_100))
  await draws([grace], { ...lockedAt(300), prompt: 1 })
  const { rows } = await digitBoard(store.prisma, { digit: 8 })
  expect(rows.map(({ rank, name, lockMs }) => [rank, name, lockMs])).toEqual([
    [1, 'Ada', 900],
    [2, 'Grace', 1_100],
  ])
  expect(rows[0]?.ink).toBe(drawingBy([ada]).ink)
})

test('digit board: an 8 that was taken for another digit first, or was drawn by two hands, is not clean', async () => {
  await draws([ada], { ...lockedAt(500), wrongLocks: 1 })
  await draws([ada, grace], lockedAt(400), { settings: { ...gameHeader().settings, mode: 'relay' } })
  expect((await digitBoard(store.prisma, { digit: 8 })).rows).toEqual([])
})

test('[S12] digit board: an 8 that was drawn by keyboard is on no board', async () => {
  await draws([ada], { ...lockedAt(500), isByKeyboard: true })
  expect((await digitBoard(store.prisma, { digit: 8 })).rows).toEqual([])
})

test('[F5] digit board: an 8 that speaks against its player by itself is on no board, though it held nobody', async () => {
  await draws([ada], lockedAt(206))
  await draws([grace], lockedAt(800))
  const { rows } = await digitBoard(store.prisma, { digit: 8 })
  expect(rows.map(({ name }) => name)).toEqual(['Grace'])
  const today = daySpan(gameHeader().startedAt)
  const [target] = await findDigitTargets(store.prisma, [8], { today, own: ada.id })
  expect(target).toMatchObject({ today: rows[0]?.lockMs, own: null })
  expect((await findProfile(store.prisma, ada.id))?.digits).toMatchObject([
    { digit: 8, locked: 1, bestMs: null },
  ])
})

test('digit board: the board of a day knows no 8 of the day before', async () => {
  await draws([ada], lockedAt(500))
  const tomorrow = daySpan(gameHeader().startedAt + 86_400_000)
  expect((await digitBoard(store.prisma, { digit: 8, span: tomorrow })).rows).toEqual([])
})

test('[S12] digit board: an 8 that did not lock, or whose game is for fun or has not ended, is on no board', async () => {
  const { settings } = gameHeader()
  await draws([ada], { lock: null })
  await draws([ada], lockedAt(500), { settings: { ...settings, timer: 'extended' } })
  await draws([ada], lockedAt(500), { day: '2026-05-01' })
  await store.saveRound(roundOf(gameHeader(), 0, [drawingBy([ada], { prompt: 8, ...lockedAt(500) })]))
  expect((await digitBoard(store.prisma, { digit: 8 })).rows).toEqual([])
})

test('[S12] digit board: an 8 of a race too short for its own board is on the board of the 8s', async () => {
  await draws([ada], lockedAt(500), { settings: { ...gameHeader().settings, rounds: 1 } })
  expect((await digitBoard(store.prisma, { digit: 8 })).rows).toMatchObject([{ name: 'Ada', lockMs: 500 }])
})

test('digit board: of two 8s that a player drew as quickly, the earlier one is shown', async () => {
  const { startedAt } = gameHeader()
  await draws([ada], lockedAt(500), { startedAt: startedAt + 60_000 })
  await draws([ada], lockedAt(500), { startedAt })
  const { rows } = await digitBoard(store.prisma, { digit: 8 })
  expect(rows.map(({ finishedAt }) => finishedAt.getTime())).toEqual([startedAt + 60_000])
})
