import { expect, test } from 'vitest'
import { listRecentRounds } from '#server/store/games/list-recent-rounds'
import { drawingBy, gameHeader, playerNamed, roundOf, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const ada = playerNamed('Ada', { colour: 5 })

test('[F23] recent rounds: the last ones of games that have ended come newest first, with what a judge was shown and when', async () => {
  const early = gameHeader({ startedAt: Date.UTC(2026, 4, 1) })
  const late = gameHeader({ startedAt: Date.UTC(2026, 4, 2) })
  const drawing = drawingBy([ada])
  for (const game of [early, late]) await store.play(game, [[drawing], [drawing]], [standingOf(ada, 900)])
  await store.saveRound(roundOf(gameHeader({ startedAt: Date.UTC(2026, 4, 3) }), 0, [drawing]))

  const rounds = await listRecentRounds(store.prisma, 3)
  expect(rounds.map(({ gameId, index }) => [gameId, index])).toEqual([
    [late.id, 1],
    [late.id, 0],
    [early.id, 1],
  ])
  expect(rounds[0]).toMatchObject({ judgeVersion: 'digits-v1', edition: expect.any(Number) })
  expect(rounds[0]?.drawings).toEqual([
    expect.objectContaining({
      ...{ prompt: drawing.prompt, ink: drawing.ink, lock: drawing.lock, points: drawing.points, colour: 5 },
      guesses: drawing.guesses.map(({ opCount }) => ({ opCount, thousandths: null })),
    }),
  ])
})
