import { expect, test } from 'vitest'
import { dailySettings, dayOf } from '#game/prompts/daily'
import { newDailyRoom } from '#game/room/room'
import { ada } from '#game/testing/stories'
import { createMemoryDailyTries, secretOf } from '#server/testing/fakes/memory-daily-tries'
import { createRoomParts, settle } from '#server/testing/room-parts'
import type { DailyTries } from './ports'
import { createRoomRunner } from './room-runner'
import { createStartDaily } from './start-daily'

const player = { id: ada, name: 'Ada', colour: 0 }

function openDailyRoom(dailyTries: DailyTries) {
  const world = createRoomParts()
  const { clock, classifier, log } = world.parts
  const start = createStartDaily({ clock, classifier, log, dailyTries })
  const open = () => {
    const runner = createRoomRunner(newDailyRoom('CDFGH'), world.parts, () => {})
    runner.submit({ type: 'player:join', playerId: ada, name: 'Ada', colour: 0, isSpectator: false })
    return runner
  }
  return { ...world, start, open, day: dayOf(clock.now()) }
}

test('[R14] daily start: the first game of a player is ranked, the second has the same digits and is not', async () => {
  const { start, open, day } = openDailyRoom(createMemoryDailyTries())
  const secret = secretOf(day)
  const [first, second] = [open(), open()]
  expect(await start(first, player)).toBeUndefined()
  expect(first.room.game).toMatchObject({ daily: { day, isRanked: true, secret }, settings: dailySettings })
  expect(await start(second, player)).toBeUndefined()
  expect(second.room.game?.daily).toEqual({ day, isRanked: false, secret })
})

test('[R14] daily start: without the database the game is unranked, and no try is spent', async () => {
  const tries = createMemoryDailyTries()
  let isAway = true
  const { start, open, errors } = openDailyRoom({
    ...tries,
    claim: (claim) => (isAway ? Promise.reject(new Error('away')) : tries.claim(claim)),
  })
  const runner = open()
  expect(await start(runner, player)).toBeUndefined()
  expect(runner.room.game?.daily).toMatchObject({ isRanked: false })
  expect(runner.room.game?.daily).not.toHaveProperty('secret')
  expect(errors).toHaveLength(1)
  isAway = false
  const later = open()
  await start(later, player)
  expect(later.room.game?.daily?.isRanked).toBe(true)
})

test('[R14] daily start: who asks twice before the answer starts one game, and is told so', async () => {
  const { start, open } = openDailyRoom(createMemoryDailyTries())
  const runner = open()
  expect(await Promise.all([start(runner, player), start(runner, player)])).toEqual([undefined, 'not-now'])
  expect(runner.room.game?.daily?.isRanked).toBe(true)
})

test('[R14] daily start: who asks twice does not lose the ranked try to the answer that comes first', async () => {
  const tries = createMemoryDailyTries()
  const answers: (() => void)[] = []
  const { start, open } = openDailyRoom({
    ...tries,
    claim: async (claim) => {
      const claimed = await tries.claim(claim)
      await new Promise<void>((resolve) => answers.push(resolve))
      return claimed
    },
  })
  const runner = open()
  const starts = [start(runner, player), start(runner, player)]
  await settle()
  for (const answer of answers.toReversed()) answer()
  expect(await Promise.all(starts)).toEqual([undefined, 'not-now'])
  expect(runner.room.game?.daily?.isRanked).toBe(true)
})

test('[R14] daily start: the try of a game that does not begin is given back, and an unranked one gives nothing back', async () => {
  const released: string[] = []
  const tries = createMemoryDailyTries()
  const { start, open } = openDailyRoom({
    ...tries,
    async release(gameId) {
      released.push(gameId)
      await tries.release(gameId)
    },
  })
  const runner = open()
  const stranger = { ...player, id: '00000000-0000-4000-8000-0000000000dd' }
  expect(await start(runner, stranger)).toBe('not-host')
  expect(released).toHaveLength(1)
  expect(await start(runner, player)).toBeUndefined()
  expect(runner.room.game?.daily?.isRanked).toBe(true)
  expect(await start(runner, player)).toBe('not-now')
  expect(released).toHaveLength(1)
})
