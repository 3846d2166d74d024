import { expect, test } from 'vitest'
import { presentEdition } from '#game/drawing/editions'
import { dailySettings } from '#game/prompts/daily'
import type { DrawingRecord, GameHeader, RecordedPlayer } from '#game/records/record'
import { findStreak } from '#server/store/players/find-streak'
import { drawingBy, gameHeader, gameOf, playerNamed, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'
import { findRewards } from './find-rewards'

const store = testStore()
const ada = playerNamed('Ada')
const dayMs = 86_400_000
const noon = Date.UTC(2026, 4, 10, 12)

type Played = { at?: number; player?: RecordedPlayer; header?: Partial<GameHeader>; heldFor?: 'too-soon'[] }

async function play(
  drawn: Partial<DrawingRecord>[],
  { at = noon, player = ada, header, heldFor }: Played = {},
) {
  const game = gameHeader({ startedAt: at, edition: presentEdition, ...header })
  const drawings = drawn.map((each, index) => drawingBy([player], { index, ...each }))
  await store.play(game, [drawings], [standingOf(player, 900, { rounds: 1, ...(heldFor && { heldFor }) })])
  return game.id
}

const rewardsOf = (gameId: string, player = ada) => findRewards(store.prisma, gameId, player.id, noon)

test('[A1] a streak is said with the first game of a day, and not again on that day', async () => {
  await play([{}], { at: noon - 2 * dayMs })
  await play([{}], { at: noon - dayMs })
  const first = await play([{}])
  const second = await play([{}], { at: noon + 600_000 })
  expect((await rewardsOf(first))?.streak).toBe(3)
  expect((await rewardsOf(second))?.streak).toBeNull()
  expect(await findStreak(store.prisma, ada.id, noon + dayMs)).toEqual({ days: 3, isTodayDone: false })
  expect((await findStreak(store.prisma, ada.id, noon + 2 * dayMs)).days).toBe(0)
})

test('[A1] the server’s clock decides which day it is: a game ends on the UTC day on which its server finished it', async () => {
  const late = Date.UTC(2026, 4, 10, 23, 59, 30)
  await play([{}], { at: late - dayMs })
  await play([{}], { at: late })
  // Each lasted a minute, so they are of the 10th and the 11th.
  expect(await findStreak(store.prisma, ada.id, Date.UTC(2026, 4, 11, 1))).toEqual({
    days: 2,
    isTodayDone: true,
  })
  // The server's clock goes back by three days: what is ahead of it counts for nothing, and comes back with it.
  expect((await findStreak(store.prisma, ada.id, late - 3 * dayMs)).days).toBe(0)
  expect((await findStreak(store.prisma, ada.id, Date.UTC(2026, 4, 12, 1))).days).toBe(2)
})

test('[A2] a digit that was recognised sooner than ever before is said; the first of its kind is not', async () => {
  const lockAt = (atMs: number) => ({ lock: { atMs, guessIndex: 0, heldIndex: 1 } })
  await play(
    [
      { prompt: 3, ...lockAt(900) },
      { prompt: 4, ...lockAt(900) },
    ],
    { at: noon - dayMs },
  )
  const game = await play([
    { prompt: 3, ...lockAt(800) },
    { prompt: 4, ...lockAt(900) },
    { prompt: 5, ...lockAt(700) },
    { prompt: 3, ...lockAt(850) },
  ])
  expect((await rewardsOf(game))?.digits).toEqual([{ digit: 3, lockMs: 800 }])
})

test('[A3] what was achieved is kept once, with the game in which it was', async () => {
  const first = await play([{ cleanness: 1 }])
  const second = await play([{ cleanness: 1, wrongLocks: 1 }], { at: noon + 600_000 })
  expect((await rewardsOf(first))?.achievements).toEqual(['first', 'sure'])
  expect((await rewardsOf(second))?.achievements).toEqual(['second-try'])
  await store.saveGame(gameOf(gameHeader({ id: first, startedAt: noon }), [standingOf(ada, 900)]))
  expect(await store.prisma.achievement.count()).toBe(3)
})

test('[A3] locks and digits of earlier games count; held results and shared canvases achieve nothing', async () => {
  for (let game = 0; game < 9; game++) await play([{ prompt: game }], { at: noon - dayMs })
  const last = await play([{ prompt: 9 }])
  expect((await rewardsOf(last))?.achievements).toContain('all-ten')
  // Those of others in the same game do not.
  const ben = playerNamed('Ben')
  const both = gameHeader({ startedAt: noon, edition: presentEdition })
  const drawings = [ada, ben].map((player, canvas) => drawingBy([player], { canvas, prompt: 9 }))
  await store.play(both, [drawings], [standingOf(ada, 900), standingOf(ben, 900, { firstCanvas: 1 })])
  expect((await rewardsOf(both.id, ben))?.achievements).not.toContain('all-ten')
  const cyd = playerNamed('Cyd')
  const held = await play([{ cleanness: 1 }], { player: cyd, heldFor: ['too-soon'] })
  expect((await rewardsOf(held, cyd))?.achievements).toEqual([])
  const shared = gameHeader({ startedAt: noon })
  const [dot, eve] = [playerNamed('Dot'), playerNamed('Eve')]
  await store.play(shared, [[drawingBy([dot, eve])]], [standingOf(dot, 900), standingOf(eve, 900)])
  expect((await rewardsOf(shared.id, dot))?.achievements).toEqual([])
})

test('[A4] a try of a day has a row of its drawings, and no other game has', async () => {
  const daily = await play([{ points: 1_000 }, { points: 400 }, { points: 0, pointCount: 0 }], {
    header: { settings: dailySettings, day: '2026-05-10' },
  })
  expect((await rewardsOf(daily))?.row).toBe('█▄')
  expect((await rewardsOf(await play([{}])))?.row).toBeNull()
})

test('[R26] who has a result on a board may race it, and nobody else is told of ghosts', async () => {
  const board = { settings: { ...gameHeader().settings, mode: 'rush', roundSeconds: 30 } as const }
  const game = await play([{}], { header: board })
  expect((await rewardsOf(game))?.ghosts).toEqual(['rush-30'])
  expect(await rewardsOf(game, playerNamed('Ben'))).toBeNull()
})
