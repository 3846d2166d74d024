import { expect, test } from 'vitest'
import { dayOf } from '#game/prompts/daily'
import { dailyBoard, leaderboard } from '#server/store/boards/leaderboard'
import { type HeldResult, listHeld } from '#server/store/moderation/list-held'
import { createPrisma, type Prisma } from '#server/store/prisma'
import { createTestPool } from '#server/testing/database'
import { withServer } from '../chaos/with-server'
import { type Bot, listBots, race, rush, thief, ticker } from './bots'
import { playAlone } from './player'
import { person } from './scripts'

type Played = Awaited<ReturnType<typeof playAlone>>

/** What was written of games is there a moment after their end. */
async function areStored(prisma: Prisma, played: readonly Played[]): Promise<void> {
  const ids = played.map(({ podium }) => podium.phase.gameId)
  await expect.poll(() => prisma.result.count({ where: { gameId: { in: ids } } })).toBe(ids.length)
}

async function whoIsOnBoards(prisma: Prisma): Promise<ReadonlySet<string>> {
  const boards = await Promise.all([
    leaderboard(prisma, { board: 'race' }),
    leaderboard(prisma, { board: 'rush-30' }),
    dailyBoard(prisma, dayOf(Date.now())),
  ])
  return new Set(boards.flatMap(({ rows }) => rows.map(({ playerId }) => playerId)))
}

/** All pages that an admin has to look at. */
async function shownToAdmin(prisma: Prisma): Promise<readonly HeldResult[]> {
  const { results, pageCount } = await listHeld(prisma)
  const others = Array.from({ length: pageCount - 1 }, (_, index) => listHeld(prisma, null, index + 2))
  return [...results, ...(await Promise.all(others)).flatMap((page) => page.results)]
}

const locksOf = ({ podium }: Played) => podium.phase.standings[0]?.locks ?? 0

test('[F2] [F3] [F5] [F7] bots: scripted players are held, off all boards, and the admin sees why; a human beside them is not', {
  timeout: 400_000,
}, async () => {
  const bots = await listBots()
  await withServer({}, async ({ url, secret, databaseUrl }) => {
    const play = ({ game, script, habits }: Omit<Bot, 'what' | 'reasons'>, seed: number) =>
      playAlone(url, secret, seed, game, script, habits)
    const prisma = createPrisma(createTestPool(databaseUrl))
    try {
      const games = bots.map(play)
      const [people, played, ticks, last] = await Promise.all([
        Promise.all([race, race, rush].map((game, hand) => play({ game, script: person(hand + 1) }, hand))),
        Promise.all(games),
        play({ game: race, script: ticker }, 0),
        (async () => {
          await areStored(prisma, await Promise.all(games.filter((_, index) => bots[index]?.game === rush)))
          return play(thief, 0)
        })(),
      ])
      await areStored(prisma, [...people, ...played, ticks, last])

      const onBoards = await whoIsOnBoards(prisma)
      const shown = await shownToAdmin(prisma)
      const caseOf = ({ guest }: Played, what: string) => ({
        what,
        isOnBoard: onBoards.has(guest.id),
        reasons: shown.find(({ playerId }) => playerId === guest.id)?.reasons ?? [],
      })
      const found = [...bots, thief].map(({ what }, index) => caseOf(played[index] ?? last, what))
      expect(found).toEqual(
        [...bots, thief].map(({ what, reasons }) => ({
          what,
          isOnBoard: false,
          reasons: expect.arrayContaining([...reasons]),
        })),
      )
      expect(played.map(({ podium }) => podium.isUnderReview)).toEqual(bots.map(() => true))
      for (const [hand, one] of people.entries()) {
        expect(caseOf(one, `person ${hand}`)).toMatchObject({ isOnBoard: true, reasons: [] })
        expect(one.podium.isUnderReview).toBe(false)
        expect(locksOf(one)).toBeGreaterThan(1)
      }
      // [F1] Where nothing locks there is nothing to hold.
      expect(locksOf(ticks)).toBe(0)
    } finally {
      await prisma.$disconnect()
    }
  })
})
