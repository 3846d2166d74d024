import { afterEach, expect, test } from 'vitest'
import { summarisePlay } from '#server/store/samples/summarise-play'
import { query } from '#server/testing/database'
import { drawingBy, gameHeader, gameOf, playerNamed, roundOf, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'
import { tallyPlay } from './play-tally'

const store = testStore()
afterEach(() => query(store.url, 'truncate "PlayTally"'))

const ada = playerNamed('Ada')
const noon = Date.UTC(2026, 4, 1, 12)
const dayMs = 86_400_000
const lockAt = (atMs: number) => ({ lock: { atMs, guessIndex: 0, heldIndex: 1 } })

/** A game of one round, with a drawing for each time to its lock; null for one that never locked. */
async function play(startedAt: number, lockTimes: readonly (number | null)[]): Promise<void> {
  const game = gameHeader({ startedAt })
  const drawings = lockTimes.map((atMs, index) =>
    drawingBy([ada], { index, prompt: 8, ...(atMs === null ? { lock: null } : lockAt(atMs)) }),
  )
  await store.saveRound(roundOf(game, 0, drawings))
  await store.saveGame(gameOf(game, [standingOf(ada, 900)]))
}

test('overview: whatever has been tallied, the figures are the same, medians too', async () => {
  await play(noon, [900, 500])
  await play(noon + dayMs, [700, null])
  await play(noon + 2 * dayMs, [1_400, 500])
  const figures = async () => {
    const { games, rounds, digits } = await summarisePlay(store.prisma)
    return { games, rounds, digits }
  }
  const expected = { games: 3, rounds: 3, digits: [{ prompt: 8, drawings: 6, locked: 5, lockMs: 700 }] }
  expect(await figures()).toEqual(expected)
  for (const days of [2, 2, 9]) {
    await tallyPlay(store.prisma, noon + days * dayMs)
    expect(await figures()).toEqual(expected)
  }
})

test('overview: the median of an even number of locks is the mean of the two in the middle; without any there is none', async () => {
  await play(noon, [400, 700, 600, 900])
  expect((await summarisePlay(store.prisma)).digits).toMatchObject([{ lockMs: 650 }])
  await query(store.url, 'update "Drawing" set "lockAtMs" = null')
  expect((await summarisePlay(store.prisma)).digits).toMatchObject([{ locked: 0, lockMs: null }])
})

test('overview: what is tallied stays counted when its drawings are pruned, and two servers count it once', async () => {
  await play(noon, [900, null])
  const later = noon + 5 * dayMs
  await Promise.all([tallyPlay(store.prisma, later), tallyPlay(store.prisma, later)])
  await query(store.url, 'delete from "Drawing"')
  expect((await summarisePlay(store.prisma)).digits).toMatchObject([{ drawings: 2, locked: 1, lockMs: 900 }])
})

test('overview: before anything was played there is nothing to show', async () => {
  await tallyPlay(store.prisma, noon)
  expect(await summarisePlay(store.prisma)).toMatchObject({ games: 0, rounds: 0, digits: [] })
})
