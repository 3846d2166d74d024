import { expect, test } from 'vitest'
import { findSeason } from '#server/store/boards/find-season'
import { drawingBy, gameHeader, gameOf, playerNamed, roundOf, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const ada = playerNamed('Ada')
const noon = Date.UTC(2026, 4, 1, 12)

async function play(version: string, startedAt: number, finishedAt: number): Promise<void> {
  const game = gameHeader({ judge: { version, engine: 'wasm' }, startedAt })
  await store.saveRound(roundOf(game, 0, [drawingBy([ada])]))
  await store.saveGame(gameOf(game, [standingOf(ada, 900)], { finishedAt }))
}

test('season: the first game that a new champion judged opens its season', async () => {
  expect(await findSeason(store.prisma)).toBeNull()
  await play('digits-v1', noon, noon + 60_000)
  expect(await findSeason(store.prisma)).toBe('digits-v1')
  await play('digits-v2', noon + 120_000, noon + 180_000)
  expect(await findSeason(store.prisma)).toBe('digits-v2')
})

test('season: a long game that began under the old champion does not bring its season back', async () => {
  await play('digits-v2', noon + 1_000, noon + 60_000)
  await play('digits-v1', noon, noon + 240_000)
  expect(await findSeason(store.prisma)).toBe('digits-v2')
})
