import { afterAll, expect, test } from 'vitest'
import { dayOf } from '#game/daily'
import type { HoldReason } from '#game/fair-play/hold-reason'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { dailyBoard } from '#server/store/daily-board'
import { leaderboard } from '#server/store/leaderboard'
import { listHeld } from '#server/store/list-held'
import { createPrisma, type Prisma } from '#server/store/prisma'
import { createTestPool } from '#server/testing/database'
import { type Subject, withServer } from '../chaos/with-server'
import { findPolylines } from './find-polylines'
import { type GameToPlay, type Habits, playAlone, type Script } from './player'
import { evenly, inBatches, person, recordingsOf, replay, tiny } from './scripts'

const race: GameToPlay = { settings: { ...defaultRoomSettings, rounds: 3, roundSeconds: 5 } }
const rush: GameToPlay = { settings: { ...defaultRoomSettings, mode: 'rush', roundSeconds: 30 } }

type Bot = {
  readonly what: string
  readonly game: GameToPlay
  readonly script: Script
  readonly reasons: readonly HoldReason[]
  readonly habits?: Habits
}

/** Every script has a hand of its own: none is held only because another was there before. */
let hand = 0
const stored = () => recordingsOf(++hand * 7_919)

const bots = async (): Promise<Bot[]> => {
  const polylines = await findPolylines()
  return [
    {
      what: 'stored ink in one batch on the prompt',
      game: race,
      script: inBatches(stored()),
      reasons: ['too-soon', 'too-quick'],
    },
    {
      what: 'the same in a rush',
      game: rush,
      script: inBatches(stored()),
      reasons: ['too-soon', 'too-quick', 'same-ink'],
    },
    {
      what: 'the same in the ranked daily try',
      game: 'daily',
      script: inBatches(stored()),
      reasons: ['too-soon', 'too-quick', 'same-ink'],
    },
    {
      what: 'the same in three batches',
      game: race,
      script: inBatches(stored(), { batches: 3, everyMs: 40 }),
      reasons: ['too-soon'],
    },
    {
      what: 'waits 95 ms, and answers the lag probe late to hide it',
      game: race,
      script: inBatches(stored(), { afterMs: 95 }),
      habits: { answersLagAfterMs: 190 },
      reasons: ['too-soon'],
    },
    {
      what: 'waits as a person would, then sends all at once',
      game: race,
      script: inBatches(stored(), { afterMs: 800 }),
      reasons: ['one-batch'],
    },
    {
      what: 'lines through a few points',
      game: race,
      script: replay(polylines, { afterMs: 450 }),
      reasons: ['few-points'],
    },
    {
      what: 'replays stored ink from 150 ms after the prompt',
      game: race,
      script: replay(stored(), { afterMs: 150 }),
      reasons: ['too-soon'],
    },
    {
      what: 'the same from 220 ms on, slowed and trembling',
      game: race,
      script: replay(stored(), { afterMs: 220, speed: 0.8, tremble: 3 }),
      reasons: ['too-soon'],
    },
    {
      what: 'replays stored ink in good time, trembling',
      game: rush,
      script: replay(stored(), { afterMs: 450, tremble: 3 }),
      reasons: ['same-ink'],
    },
    {
      what: 'draws at one speed, in good time',
      game: race,
      script: replay(evenly(stored()), { afterMs: 450, tremble: 2 }),
      reasons: ['even-speed'],
    },
  ]
}

const opened: Prisma[] = []
afterAll(() => Promise.all(opened.map((prisma) => prisma.$disconnect())))

function storeOf({ databaseUrl }: Subject): Prisma {
  const prisma = createPrisma(createTestPool(databaseUrl))
  opened.push(prisma)
  return prisma
}

/** What was written of a game is there a moment after its end. */
async function isStored(prisma: Prisma, gameIds: readonly string[]): Promise<void> {
  await expect
    .poll(() => prisma.result.count({ where: { gameId: { in: [...gameIds] } } }), { timeout: 20_000 })
    .toBe(gameIds.length)
}

async function whoIsOnBoards(prisma: Prisma): Promise<ReadonlySet<string>> {
  const boards = await Promise.all([
    leaderboard(prisma, { board: 'race' }),
    leaderboard(prisma, { board: 'rush-30' }),
    dailyBoard(prisma, dayOf(Date.now())),
  ])
  return new Set(boards.flatMap(({ rows }) => rows.map(({ playerId }) => playerId)))
}

test('[F2] [F3] [F4] scripted players are held, off all boards, and the admin sees why; people who play beside them are not', {
  timeout: 400_000,
}, async () => {
  const scripts = await bots()
  await withServer({}, async (subject) => {
    const { url, secret } = subject
    const people = [race, race, rush].map((game, seed) =>
      playAlone(url, secret, seed, game, person(seed + 1)),
    )
    const played = scripts.map(({ game, script, habits }, seed) =>
      playAlone(url, secret, seed, game, script, habits),
    )
    const ticks = playAlone(url, secret, 0, race, replay(tiny(stored()), { afterMs: 450 }))
    const all = await Promise.all([...people, ...played, ticks])
    const prisma = storeOf(subject)
    await isStored(
      prisma,
      all.map(({ podium }) => podium.phase.gameId),
    )

    const isSeenAsHeld = ({ podium }: (typeof all)[number]) => podium.isUnderReview
    const locksOf = ({ podium }: (typeof all)[number]) => podium.phase.standings[0]?.locks ?? 0
    expect((await Promise.all(people)).map((one) => [isSeenAsHeld(one), locksOf(one) > 1])).toEqual(
      people.map(() => [false, true]),
    )
    // A tick locks nothing, so there is nothing to hold.
    expect(locksOf(await ticks)).toBe(0)

    const { results } = await listHeld(prisma)
    const pages = await Promise.all([listHeld(prisma, null, 2), listHeld(prisma, null, 3)])
    const shown = [...results, ...pages.flatMap((page) => page.results)]
    const onBoards = await whoIsOnBoards(prisma)
    const found = (await Promise.all(played)).map((one, index) => ({
      what: scripts[index]?.what,
      isTold: isSeenAsHeld(one),
      isOnBoard: onBoards.has(one.guest.id),
      reasons: shown.find(({ playerId }) => playerId === one.guest.id)?.reasons,
    }))
    expect(found).toEqual(
      scripts.map(({ what, reasons }) => ({
        what,
        isTold: true,
        isOnBoard: false,
        reasons: expect.arrayContaining([...reasons]),
      })),
    )
    expect((await Promise.all(people)).every(({ guest }) => onBoards.has(guest.id))).toBe(true)
  })
})
