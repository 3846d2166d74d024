import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { beforeEach, expect, test } from 'vitest'
import { roomSettings } from '#game/protocol/scalars'
import { isOnBoard, whatCounts } from '#game/records/what-counts'
import { query } from '#server/testing/database'
import { gameHeader } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const day = '2026-05-01'

/** Settings as they were stored, those from before there was a choice of timers among them. */
const chosen = (['race', 'rush', 'relay'] as const).flatMap((mode) =>
  [30, 45, 60].flatMap((roundSeconds) =>
    [2, 3].flatMap((rounds) =>
      [[], [3, 7]].flatMap((few) =>
        [true, false].flatMap((hasStreakBonus) =>
          [{}, { timer: 'usual' }, { timer: 'extended' }].map((timer) => {
            const { timer: _, digits, ...others } = gameHeader().settings
            const chosenDigits = few.length > 0 ? few : digits
            return { ...others, mode, roundSeconds, rounds, digits: chosenDigits, hasStreakBonus, ...timer }
          }),
        ),
      ),
    ),
  ),
)

/** What somebody drew in it: all rounds by hand, too few of a race, or by keyboard. */
const drawn = [
  { rounds: 3, isByKeyboard: false },
  { rounds: 2, isByKeyboard: false },
  { rounds: 3, isByKeyboard: true },
]

/** The statements of the migration that fill the new columns. */
async function updates(): Promise<string[]> {
  const script = await readFile('prisma/migrations/0015_what_counts/migration.sql', 'utf8')
  return script.match(/^UPDATE [^;]*;/gm) ?? []
}

const games = chosen.flatMap((settings) =>
  [null, day].map((of) => ({ id: randomUUID(), settings, day: of && new Date(of) })),
)

beforeEach(async () => {
  const { roomCode, startedAt } = gameHeader()
  const facts = { roomCode, seed: 1, startedAt: new Date(startedAt), finishedAt: new Date(startedAt) }
  await store.prisma.game.createMany({
    data: games.map((game) => ({ ...facts, ...game, mode: game.settings.mode })),
  })
  // The migration gives all results the answer of most, before it looks for the others.
  const sums = { name: 'Ada', colour: 1, score: 900, rank: 1, locks: 3, lockMs: 2_400, inkLength: 1_800 }
  await store.prisma.result.createMany({
    data: games.flatMap(({ id }) =>
      drawn.map((of) => ({ ...sums, ...of, gameId: id, playerId: randomUUID(), isOnBoard: true })),
    ),
  })
})

test('what counts: the migration answers for every kind of older game and result as the function does', async () => {
  for (const statement of await updates()) await query(store.url, statement)
  const stored = await store.prisma.game.findMany({
    select: {
      ...{ id: true, board: true, hasDigitBoards: true, isRated: true },
      results: { select: { rounds: true, isByKeyboard: true, isOnBoard: true } },
    },
  })
  const answers = new Map(stored.map(({ id, ...answer }) => [id, answer]))
  expect(answers.size).toBe(games.length)
  for (const { id, settings, day: of } of games) {
    const counts = whatCounts({ settings: roomSettings.parse(settings), day: of && day })
    const { reason: _, ...expected } = counts
    const { results = [], ...answer } = answers.get(id) ?? {}
    expect(answer, JSON.stringify({ settings, of })).toEqual(expected)
    expect(results).toHaveLength(drawn.length)
    const isFound = results.map((result) => result.isOnBoard)
    expect(isFound).toEqual(results.map((result) => isOnBoard(counts, result)))
  }
})
