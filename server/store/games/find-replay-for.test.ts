import { expect, test } from 'vitest'
import { dailySettings, revealedAt } from '#game/prompts/daily'
import { drawingBy, gameHeader, playerNamed, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'
import { findReplayFor } from './find-replay-for'

const store = testStore()
const ada = playerNamed('Ada')
const grace = playerNamed('Grace')
const day = '2026-11-24'
const revealed = revealedAt(day)

async function played(of: string | null): Promise<string> {
  const game = gameHeader({ settings: dailySettings, day: of })
  await store.play(game, [[drawingBy([ada])]], [standingOf(ada, 900)])
  return game.id
}

const seenBy = async (gameId: string, viewer: string | null, now: number, isAdmin = false) => {
  const replay = await findReplayFor(store.prisma, gameId, { viewer, now, isAdmin })
  const drawings = replay?.rounds.flatMap((round) => round.drawings).length
  return [replay?.hiddenUntil, drawings, replay?.standings.map(({ score }) => score)]
}

test('[R14] replay: a game of today’s challenge shows others its score and no drawing, until the digits are published', async () => {
  const gameId = await played(day)
  for (const viewer of [grace.id, null]) {
    expect(await seenBy(gameId, viewer, revealed - 1)).toEqual([revealed, 0, [900]])
    expect(await seenBy(gameId, viewer, revealed)).toEqual([null, 1, [900]])
  }
})

test('[R14] replay: who played a game of today’s challenge may see it, as may an admin, and any other game is seen by everybody', async () => {
  expect(await seenBy(await played(day), ada.id, revealed - 1)).toEqual([null, 1, [900]])
  expect(await seenBy(await played(null), null, revealed - 1)).toEqual([null, 1, [900]])
  expect(await seenBy(await played(day), null, revealed - 1, true)).toEqual([null, 1, [900]])
})

test('[R35] replay: neither the seed of a game, by which one that is still played could be read ahead, nor the code of its room is in it', async () => {
  const gameId = await played(null)
  const replay = await findReplayFor(store.prisma, gameId, { viewer: ada.id, now: revealed, isAdmin: true })
  expect(replay).not.toBeNull()
  expect(replay).not.toHaveProperty('seed')
  expect(replay).not.toHaveProperty('roomCode')
})
