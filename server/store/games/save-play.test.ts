import { expect, test } from 'vitest'
import type { RecordedPlayer } from '#game/records/record'
import { createStore } from '#server/store/outbox/store'
import { erasePlayer } from '#server/store/players/erase-player'
import { query } from '#server/testing/database'
import { giveConsent } from '#server/testing/lenders'
import { drawingBy, gameHeader, gameOf, playerNamed, roundOf, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'
import { savePlay } from './save-play'

const store = testStore()
const [ada, ben, cleo] = [playerNamed('Ada'), playerNamed('Ben'), playerNamed('Cleo')]
const start = Date.UTC(2026, 4, 3)

/** Three duels of the same players, one of them late and one of them held, and one game of somebody who is erased. */
function played() {
  const duel = (number: number, one: RecordedPlayer, other: RecordedPlayer) => {
    const game = gameHeader({ startedAt: start + number * 3_600_000, seed: number })
    const lock = (atMs: number) => ({ lock: { atMs, guessIndex: 0, heldIndex: 1 } })
    const rounds = [0, 1].map((round) =>
      roundOf(game, round, [
        drawingBy([one], { prompt: round, ...lock(900 - 100 * number) }),
        drawingBy([other], { prompt: round, canvas: 1, ...lock(700 + 100 * number) }),
      ]),
    )
    const end = gameOf(game, [
      standingOf(one, 900 + number, { rounds: 2, heldFor: number === 1 ? ['too-soon'] : [] }),
      standingOf(other, 400, { rank: 2, firstCanvas: 1, rounds: 2 }),
    ])
    return { rounds, end }
  }
  return [duel(0, ada, ben), duel(1, ada, ben), duel(2, ben, ada), duel(3, cleo, ada)]
}

const tables = {
  Player: 'id, name, colour, drawings, "seenAt"',
  Game: 'id, board, "finishedAt", "isRated"',
  Drawer: '"playerId", name, "isCopy", place',
  Result: '"gameId", "playerId", name, score, rank, "isOnBoard"',
  Hold: '"gameId", "playerId", reasons',
  Rating: '"playerId", mu, sigma, games, "updatedAt"',
  RatingStep: '"gameId", "playerId", "muBefore", mu',
  BoardEntry: 'board, span, "playerId", "rankedBy", "gameId"',
  Achievement: '"playerId", name, "gameId"',
  Sample: '"contributorId", prompt, reason, "isHeld"',
}

async function kept() {
  const rows = Object.entries(tables).map(async ([table, columns]) => [
    table,
    await query(store.url, `select ${columns} from "${table}" order by ${columns}`),
  ])
  return Object.fromEntries(await Promise.all(rows))
}

async function begin(): Promise<void> {
  await giveConsent(store.prisma, ada, ben, cleo)
  await erasePlayer(store.prisma, cleo.id)
}

test('saving: games in one transaction leave the same behind as one record after the other, and so do repeats', async () => {
  const games = played()
  await begin()
  for (const { rounds, end } of games) {
    for (const round of rounds) await store.saveRound(round)
    await store.saveGame(end)
  }
  const apart = await kept()
  expect(apart.Sample.length).toBeGreaterThan(0)
  expect(apart.RatingStep).toHaveLength(5)
  await query(store.url, 'truncate "Player", "Game" cascade')

  await begin()
  const [rounds, ends] = [games.flatMap(({ rounds }) => rounds), games.map(({ end }) => end)]
  await savePlay(store.prisma, { rounds, games: ends }, true)
  expect(await kept()).toEqual(apart)
  await savePlay(store.prisma, { rounds, games: ends }, true)
  expect(await kept()).toEqual(apart)
})

test('saving: of records that come at the same time, one that the database refuses is refused alone', async () => {
  const { saveRound } = createStore(store.prisma)
  const rounds = [drawingBy([ada]), drawingBy([ben])].map((drawing) => roundOf(gameHeader(), 0, [drawing]))
  const twice = roundOf(gameHeader(), 0, [drawingBy([ada]), drawingBy([ada])])
  const ends = await Promise.allSettled(
    [rounds[0], twice, rounds[1]].map((round) => round && saveRound(round)),
  )
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await store.prisma.drawing.count()).toBe(2)
})
