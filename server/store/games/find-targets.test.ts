import { expect, test } from 'vitest'
import type { RecordedPlayer } from '#game/records/record'
import { daySpan } from '#game/records/spans'
import { findDigitTargets, findGameTarget } from '#server/store/games/find-targets'
import { drawingBy, gameHeader, playerNamed, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const ada = playerNamed('Ada')
const grace = playerNamed('Grace')
const today = Date.UTC(2026, 4, 1)
const day = 86_400_000

async function play(player: RecordedPlayer, score: number, lockMs: number, startedAt: number) {
  const game = gameHeader({ startedAt })
  const lock = { atMs: lockMs, guessIndex: 0, heldIndex: 1 }
  await store.play(game, [[drawingBy([player], { prompt: 8, lock })]], [standingOf(player, score)])
}

test('targets: to beat are the best of the day, whoever made it, and the own best of all time', async () => {
  await play(ada, 2_700, 700, today - 3 * day)
  await play(ada, 1_200, 1_100, today + 1_000)
  await play(grace, 2_100, 900, today + 2_000)
  const options = { today: daySpan(today), own: ada.id }
  const game = await findGameTarget(store.prisma, 'race', options)
  expect(game.today).toMatchObject({ name: 'Grace', pointsPerRound: 700 })
  expect(game.own).toMatchObject({ name: 'Ada', pointsPerRound: 900 })
  const [eight, nine] = await findDigitTargets(store.prisma, [8, 9], options)
  expect([eight, nine]).toEqual([
    { digit: 8, today: 900, own: 700 },
    { digit: 9, today: null, own: null },
  ])
})

test('targets: a visitor without a name has no best of their own', async () => {
  await play(ada, 2_700, 700, today)
  const { own, today: best } = await findGameTarget(store.prisma, 'race', {
    today: daySpan(today),
    own: undefined,
  })
  expect([own, best?.name]).toEqual([null, 'Ada'])
})
