import { expect, test } from 'vitest'
import { completeResults, completeResultsOften } from '#server/store/games/complete-results'
import { findStreak } from '#server/store/players/find-streak'
import { listPlayerGames } from '#server/store/players/list-player-games'
import { silentLog } from '#server/testing/database'
import { createManualClock } from '#server/testing/manual-clock'
import { gameHeader, gameOf, playerNamed, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const [ada, ben] = [playerNamed('Ada'), playerNamed('Ben')]
const day = 24 * 3_600_000

const results = () =>
  store.prisma.result.findMany({
    select: { gameId: true, playerId: true, finishedAt: true, board: true, hasWon: true },
    orderBy: [{ gameId: 'asc' }, { playerId: 'asc' }],
  })

/** What a server of an older version writes: it knows nothing of the newer columns. */
const asOlder = { finishedAt: null, board: null, hasWon: false }

async function duel(startedAt: number, standings = [2_000, 500], settings = {}): Promise<string> {
  const header = gameHeader({ startedAt })
  const game = { ...header, settings: { ...header.settings, ...settings } }
  const [first = 0, second = 0] = standings
  await store.saveGame(
    gameOf(game, [
      standingOf(ada, first),
      standingOf(ben, second, { rank: second < first ? 2 : 1, firstCanvas: 1 }),
    ]),
  )
  return game.id
}

test('results: those that an older version wrote beside this one become what this one writes', async () => {
  const { startedAt } = gameHeader()
  await duel(startedAt)
  await duel(startedAt + 1, [700, 700])
  await duel(startedAt + 2, [0, 0], { digits: [3, 7] })
  const written = await results()
  expect(written.filter(({ hasWon }) => hasWon)).toHaveLength(1)
  await store.prisma.result.updateMany({ data: asOlder })
  expect(await listPlayerGames(store.prisma, { playerId: ada.id })).toEqual([])
  expect(await completeResults(store.prisma, startedAt)).toBe(6)
  expect(await results()).toEqual(written)
  expect(await listPlayerGames(store.prisma, { playerId: ada.id })).toHaveLength(3)
  expect(await completeResults(store.prisma, startedAt)).toBe(0)
})

test('results: a server looks back over a week when it starts, and again and again over the last hour', async () => {
  const clock = createManualClock()
  const now = clock.now()
  await duel(now - 6 * day)
  const old = await duel(now - 9 * day)
  await store.prisma.result.updateMany({ data: asOlder })
  const stop = completeResultsOften(store.prisma, { clock, log: silentLog })
  const without = async () =>
    (await results()).filter(({ finishedAt }) => !finishedAt).map(({ gameId }) => gameId)
  clock.advance(0)
  await expect.poll(without).toEqual([old, old])

  const late = await duel(now)
  await store.prisma.result.updateMany({ where: { gameId: late }, data: asOlder })
  expect((await findStreak(store.prisma, ada.id, now)).days).toBe(0)
  await expect
    .poll(async () => {
      clock.advance(10 * 60_000)
      return without()
    })
    .toEqual([old, old])
  expect((await findStreak(store.prisma, ada.id, now)).days).toBe(1)
  await stop()
})
