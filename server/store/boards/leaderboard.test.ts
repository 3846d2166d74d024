import { expect, test } from 'vitest'
import type { GameHeader, RecordedPlayer } from '#game/records/record'
import { type BoardSpan, daySpan, seasonSpan, weekSpan } from '#game/records/spans'
import { neutralName } from '#server/auth/suggested-names'
import { keepBests } from '#server/store/boards/board-entries'
import { leaderboard } from '#server/store/boards/leaderboard'
import { findReplay } from '#server/store/games/find-replay'
import { drawingBy, gameHeader, gameOf, playerNamed, roundOf, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const ada = playerNamed('Ada')
const grace = playerNamed('Grace')
const joan = playerNamed('Joan')

const noon = Date.UTC(2026, 4, 1, 12)
const hour = 3_600_000

async function play(
  scores: [RecordedPlayer, number][],
  { startedAt = noon, rounds = 3 } = {},
): Promise<string> {
  const standings = scores.map(([player, score]) => standingOf(player, score, { rounds }))
  const game = gameHeader({ startedAt })
  await store.saveGame(gameOf(game, standings))
  return game.id
}

test('leaderboard: each player has one row: their best game, by points per round', async () => {
  await play([
    [ada, 1500],
    [grace, 2400],
  ])
  await play([[ada, 4500]], { rounds: 5 })
  const { rows } = await leaderboard(store.prisma, { board: 'race' })
  expect(rows.map(({ rank, name, pointsPerRound }) => [rank, name, pointsPerRound])).toEqual([
    [1, 'Ada', 900],
    [2, 'Grace', 800],
  ])
})

test('[P4] leaderboard: a name that is not for strangers is on no board; another stands for it, always the same', async () => {
  const cheeky = playerNamed('Sexy Beast')
  await play([
    [ada, 1500],
    [cheeky, 2400],
  ])
  const { rows } = await leaderboard(store.prisma, { board: 'race' })
  expect(rows.map(({ name }) => name)).toEqual([neutralName(cheeky.id), 'Ada'])
})

test('leaderboard: equals share a rank, and the earlier game comes first', async () => {
  await play([[grace, 2400]], { startedAt: noon + hour })
  await play([[ada, 2400]])
  await play([[joan, 300]])
  const { rows } = await leaderboard(store.prisma, { board: 'race' })
  expect(rows.map(({ rank, name }) => [rank, name])).toEqual([
    [1, 'Ada'],
    [1, 'Grace'],
    [3, 'Joan'],
  ])
})

test('leaderboard: a race of fewer than three rounds does not count', async () => {
  await play([[ada, 2000]], { rounds: 2 })
  expect((await leaderboard(store.prisma, { board: 'race' })).rows).toEqual([])
})

test('[S12] leaderboard: no game with another timer counts, and no result drawn by keyboard; that of the others does', async () => {
  for (const timer of ['extended', 'none'] as const) {
    const game = gameHeader({ settings: { ...gameHeader().settings, timer } })
    await store.saveGame(gameOf(game, [standingOf(joan, 2_900)]))
  }
  const byKeyboard = standingOf(ada, 2_800, { isByKeyboard: true })
  await store.saveGame(gameOf(gameHeader(), [byKeyboard, standingOf(grace, 2_000)]))
  const { rows } = await leaderboard(store.prisma, { board: 'race' })
  expect(rows.map(({ name }) => name)).toEqual(['Grace'])
})

test('leaderboard: the board of a day shows only what finished on it', async () => {
  await play([[ada, 2900]], { startedAt: noon - 24 * hour })
  await play([[grace, 600]])
  const { rows } = await leaderboard(store.prisma, {
    board: 'race',
    span: daySpan(noon),
  })
  expect(rows.map(({ name }) => name)).toEqual(['Grace'])
})

test('leaderboard: a player who is not among the first still sees their own row', async () => {
  await play([
    [ada, 2900],
    [grace, 2000],
    [joan, 100],
  ])
  const { rows, own } = await leaderboard(store.prisma, { board: 'race', limit: 2, own: joan.id })
  expect(rows.map(({ name }) => name)).toEqual(['Ada', 'Grace'])
  expect(own).toMatchObject({ rank: 3, name: 'Joan' })
})

test('leaderboard: below the first, a player sees the two above and the two below', async () => {
  const crowd = [...'ABCDEFGH'].map((name) => playerNamed(name))
  await play(crowd.map((player, place) => [player, 2900 - place * 100]))
  const { around } = await leaderboard(store.prisma, { board: 'race', limit: 2, own: crowd[5]?.id ?? '' })
  expect(around.map(({ rank, name }) => [rank, name])).toEqual([
    [4, 'D'],
    [5, 'E'],
    [6, 'F'],
    [7, 'G'],
    [8, 'H'],
  ])
})

test('leaderboard: with a choice of digits, the streak bonus or prompts that could be known, a game is for fun', async () => {
  const { settings } = gameHeader()
  const others: Partial<GameHeader>[] = [
    { settings: { ...settings, digits: [1] } },
    { settings: { ...settings, hasStreakBonus: true } },
    { day: '2026-05-01' },
  ]
  for (const other of others) await store.saveGame(gameOf(gameHeader(other), [standingOf(ada, 2900)]))
  expect((await leaderboard(store.prisma, { board: 'race' })).rows).toEqual([])
})

test('leaderboard: a rush of 30 seconds and one of 60 are not compared', async () => {
  const rushOf = (roundSeconds: number) =>
    gameHeader({ settings: { ...gameHeader().settings, mode: 'rush', roundSeconds } })
  await store.saveGame(gameOf(rushOf(30), [standingOf(ada, 9_000, { rounds: 1 })]))
  await store.saveGame(gameOf(rushOf(60), [standingOf(grace, 20_000, { rounds: 1 })]))
  const names = async (board: 'rush-30' | 'rush-60') =>
    (await leaderboard(store.prisma, { board })).rows.map(({ name }) => name)
  expect([await names('rush-30'), await names('rush-60')]).toEqual([['Ada'], ['Grace']])
})

test('leaderboard: a season is the reign of one judge', async () => {
  for (const [player, version] of [
    [ada, 'digits-v1'],
    [grace, 'digits-v2'],
  ] as const) {
    const game = gameHeader({ judge: { version, engine: 'wasm' } })
    await store.play(game, [[drawingBy([player])]], [standingOf(player, 2_000)])
  }
  const { rows } = await leaderboard(store.prisma, { board: 'race', span: seasonSpan('digits-v2') })
  expect(rows.map(({ name }) => name)).toEqual(['Grace'])
})

test('leaderboard: mean lock time is null, not zero, for who never locked', async () => {
  await store.saveGame(gameOf(gameHeader(), [standingOf(ada, 90, { locks: 0, lockMs: 0 })]))
  expect((await leaderboard(store.prisma, { board: 'race' })).rows[0]?.lockMs).toBeNull()
})

test('leaderboard: the last of those shown sees nobody below, and who is not on the board sees no row of their own', async () => {
  await play([
    [ada, 2900],
    [grace, 2000],
    [joan, 100],
  ])
  const { rows, own, around } = await leaderboard(store.prisma, { board: 'race', limit: 2, own: grace.id })
  expect(rows.map(({ name }) => name)).toEqual(['Ada', 'Grace'])
  expect([own?.rank, around]).toEqual([2, []])
  const stranger = await leaderboard(store.prisma, { board: 'race', limit: 2, own: playerNamed('Kim').id })
  expect([stranger.own, stranger.around]).toEqual([null, []])
})

test('leaderboard: fifty players are shown, if nobody says how many', async () => {
  const crowd = Array.from({ length: 52 }, (_, index) => playerNamed(`P${index}`))
  await play(crowd.map((player, index) => [player, 9_000 - index]))
  expect((await leaderboard(store.prisma, { board: 'race' })).rows).toHaveLength(50)
})

test('leaderboard: a row leads to a profile where its player lists it', async () => {
  await play([
    [ada, 2900],
    [grace, 2000],
  ])
  await store.prisma.player.updateMany({ where: { id: ada.id }, data: { isListed: true } })
  const { rows } = await leaderboard(store.prisma, { board: 'race' })
  expect(rows.map(({ name, isListed }) => [name, isListed])).toEqual([
    ['Ada', true],
    ['Grace', false],
  ])
})

test('[S16] leaderboard: a game that ends as the day begins is one of that day; of two equal games the earlier one is shown', async () => {
  const midnight = Date.UTC(2026, 4, 2)
  const minute = 60_000
  const onDay = await play([[ada, 900]], { startedAt: midnight - minute })
  const before = await play([[ada, 900]], { startedAt: midnight - minute - 1 })
  const shown = async (span: BoardSpan) =>
    (await leaderboard(store.prisma, { board: 'race', span })).rows.map(({ gameId }) => gameId)
  expect(await shown(daySpan(midnight))).toEqual([onDay])
  expect(await shown(daySpan(midnight - 1))).toEqual([before])
  expect(await shown(weekSpan(midnight))).toEqual([before])
  expect(await shown(weekSpan(midnight + 2 * 24 * hour))).toEqual([])
})

test('leaderboard: of many equal games of one player the earliest is shown, in whatever order they were stored', async () => {
  const games = new Map<number, string>()
  for (const late of [3, 5, 1, 0, 4, 2])
    games.set(late, await play([[ada, 900]], { startedAt: noon + late * hour }))
  const { rows } = await leaderboard(store.prisma, { board: 'race' })
  expect(rows.map(({ gameId }) => gameId)).toEqual([games.get(0)])
})

test('[S12] leaderboard: boards and pages go by the answer that is stored with a game, not by its settings', async () => {
  const id = await play([[ada, 2900]])
  await store.prisma.game.update({ where: { id }, data: { board: 'relay' } })
  await store.prisma.boardEntry.deleteMany()
  await keepBests(store.prisma, id)
  const names = async (board: 'race' | 'relay') =>
    (await leaderboard(store.prisma, { board })).rows.map(({ name }) => name)
  expect([await names('race'), await names('relay')]).toEqual([[], ['Ada']])
  expect((await findReplay(store.prisma, id))?.board).toBe('relay')
})

test('[S12] leaderboard: what a game counts for is stored when it begins, and corrected when it ends sooner than was chosen', async () => {
  const answer = { board: true, hasDigitBoards: true, isRated: true }
  const game = gameHeader()
  const stored = () => store.prisma.game.findUnique({ where: { id: game.id }, select: answer })
  await store.saveRound(roundOf(game, 0, [drawingBy([ada])]))
  expect(await stored()).toEqual({ board: 'race', hasDigitBoards: true, isRated: true })
  await store.saveGame(gameOf(game, [standingOf(ada, 900)], { rounds: 2 }))
  expect(await stored()).toEqual({ board: null, hasDigitBoards: true, isRated: false })
})
