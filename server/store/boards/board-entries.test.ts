import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { dayOf } from '#game/prompts/daily'
import { nextRandom } from '#game/prompts/random'
import type { GameHeader, RecordedPlayer } from '#game/records/record'
import { type BoardSpan, daySpan, seasonSpan, weekSpan } from '#game/records/spans'
import type { GameBoard } from '#game/records/what-counts'
import { keepAllBests } from '#server/store/boards/board-entries'
import { digitBoard } from '#server/store/boards/digit-board'
import { leaderboard } from '#server/store/boards/leaderboard'
import { claimDailyTry } from '#server/store/daily/daily-tries'
import { decideHold } from '#server/store/moderation/decide-hold'
import { renamePlayer } from '#server/store/moderation/moderate'
import { erasePlayer } from '#server/store/players/erase-player'
import { query } from '#server/testing/database'
import { drawingBy, gameHeader, gameOf, playerNamed, roundOf, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const crowd = () => ['Ada', 'Ben', 'Cyd', 'Dot', 'Eve', 'Fay'].map((name) => playerNamed(name))
const from = Date.UTC(2026, 4, 1)
const dayMs = 86_400_000

/** Numbers from 0 to below a limit, the same in each run of a seed. */
function dice(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    const [random, next] = nextRandom(state)
    state = next
    return Math.floor(random * limit)
  }
}

const modes: Partial<GameHeader['settings']>[] = [
  {},
  {},
  { rounds: 2 },
  { mode: 'rush', roundSeconds: 60 },
  { mode: 'rush', roundSeconds: 30 },
  { mode: 'relay', roundSeconds: 60 },
  { sums: 'easy' },
  { timer: 'none' },
]

/** A game of some of the players, as chance has it: some drew by keyboard, some are held, some never locked. */
async function playOne(
  players: readonly RecordedPlayer[],
  roll: (limit: number) => number,
  number: number,
): Promise<GameHeader> {
  const settings = { ...gameHeader().settings, ...modes[roll(modes.length)] }
  const judge = { version: number < 15 ? 'digits-v1' : 'digits-v2', engine: 'wasm' } as const
  const game = gameHeader({ settings, judge, startedAt: from + roll(9) * dayMs + number * 1_000 })
  const present = players.filter(() => roll(2) > 0)
  if (present.length === 0) return game
  const isShared = settings.mode === 'relay'
  const rounds = 2 + roll(3)
  for (let round = 0; round < rounds; round++) {
    const drawn = (drawers: readonly RecordedPlayer[], canvas: number) => {
      const lock = roll(5) > 0 ? { atMs: 400 + roll(12) * 50, guessIndex: 0, heldIndex: 1 } : null
      const odd = { wrongLocks: roll(5) === 0 ? 1 : 0, isByKeyboard: roll(9) === 0 }
      return drawingBy(drawers, { canvas, prompt: roll(3), lock, ...odd })
    }
    const drawings = isShared ? [drawn(present, 0)] : present.map((player, canvas) => drawn([player], canvas))
    await store.saveRound(roundOf(game, round, drawings))
  }
  const standings = present.map((player, firstCanvas) =>
    standingOf(player, roll(8) * 300, {
      ...{ rounds, firstCanvas, locks: roll(4), isByKeyboard: roll(9) === 0 },
      heldFor: roll(5) === 0 ? ['too-soon'] : [],
    }),
  )
  if (roll(12) > 0) await store.saveGame(gameOf(game, standings, { rounds }))
  return game
}

type Line = {
  board: string
  playerId: string
  rankedBy: number
  gameId: string
  finishedAt: Date
  judge: string
}

/** What counts, read from all games as boards did before their entries were kept. */
function everythingThatCounts(): Promise<Line[]> {
  const isCounted = (player: string) => `not exists (
    select from "Hold" hold where hold."gameId" = game.id and hold."playerId" = ${player}
      and hold.decision is distinct from 'released')`
  const judge = `(select "judgeVersion" from "Round" where "gameId" = game.id limit 1) as judge`
  return query<Line>(
    store.url,
    `select game.board, result."playerId", -(result.score::float8 / result.rounds) as "rankedBy", game.id as "gameId",
       game."finishedAt", ${judge}
     from "Result" result join "Game" game on game.id = result."gameId"
     where game.board <> 'daily' and result."isOnBoard" and game."finishedAt" is not null and result.name is not null
       and ${isCounted('result."playerId"')}
     union all
     select 'digit-' || drawing.prompt, drawer."playerId", drawing."lockAtMs", game.id, game."finishedAt", ${judge}
     from "Drawing" drawing join "Drawer" drawer on drawer."drawingId" = drawing.id
       join "Round" round on round.id = drawing."roundId" join "Game" game on game.id = round."gameId"
     where drawing."lockAtMs" is not null and drawing."wrongLocks" = 0 and not drawing."isByKeyboard"
       and not drawing."isSuspect" and game."hasDigitBoards" and game."finishedAt" is not null and drawer.name is not null
       and ${isCounted('drawer."playerId"')}`,
  )
}

const inOrder = (one: Line, other: Line) =>
  one.rankedBy - other.rankedBy ||
  one.finishedAt.getTime() - other.finishedAt.getTime() ||
  (one.playerId < other.playerId ? -1 : 1)

/** A board, in plain words: the best of each player, in order; equals share a rank. */
function ranked(lines: readonly Line[], board: string, span: BoardSpan) {
  const isWithin = ({ finishedAt, judge }: Line) => {
    const at = finishedAt.getTime()
    return ['all', daySpan(at), weekSpan(at), seasonSpan(judge)].includes(span)
  }
  const bests = new Map<string, Line>()
  for (const line of lines.filter((each) => each.board === board && isWithin(each)).sort(inOrder))
    if (!bests.has(line.playerId)) bests.set(line.playerId, line)
  const rows = [...bests.values()].sort(inOrder)
  return rows.map(({ playerId, gameId, rankedBy }) => ({
    rank: 1 + rows.filter((each) => each.rankedBy < rankedBy).length,
    ...{ playerId, gameId, rankedBy },
  }))
}

const spans: BoardSpan[] = [
  'all',
  seasonSpan('digits-v1'),
  seasonSpan('digits-v2'),
  ...[0, 1, 2].map((day) => daySpan(from + day * dayMs)),
  ...[0, 7].map((day) => weekSpan(from + day * dayMs)),
]
const played: GameBoard[] = ['race', 'rush-60', 'rush-30', 'relay', 'sums-race-easy']
const digits = [0, 1, 2]

async function shownBoards(own: string | undefined) {
  const viewer = own === undefined ? {} : { own }
  const games = played.flatMap((board) =>
    spans.map(async (span) => ({
      ...{ board, span },
      shown: await leaderboard(store.prisma, { board, span, limit: 2, ...viewer }),
    })),
  )
  const drawings = digits.flatMap((digit) =>
    spans.map(async (span) => ({
      ...{ board: `digit-${digit}`, span },
      shown: await digitBoard(store.prisma, { digit, span, limit: 2, ...viewer }),
    })),
  )
  return Promise.all([...games, ...drawings])
}

async function requireSameBoards(own: string | undefined): Promise<number> {
  const lines = await everythingThatCounts()
  let count = 0
  for (const { board, span, shown } of await shownBoards(own)) {
    const expected = ranked(lines, board, span)
    const facts = (rows: readonly { rank: number; playerId: string; gameId: string }[]) =>
      rows.map(({ rank, playerId, gameId }) => ({ rank, playerId, gameId }))
    const place = expected.findIndex(({ playerId }) => playerId === own)
    const around = place < 2 ? [] : expected.slice(Math.max(2, place - 2), place + 3)
    expect(facts(shown.rows), `${board} ${span}`).toEqual(facts(expected.slice(0, 2)))
    expect(facts(shown.own ? [shown.own] : []), `${board} ${span}`).toEqual(
      facts(expected.slice(place, place + 1).filter(() => place >= 0)),
    )
    expect(facts(shown.around), `${board} ${span}`).toEqual(facts(around))
    count += expected.length
  }
  return count
}

test.each([1, 2])(
  '[S16] [S18] boards: after random games, decisions, erasures and late rounds each board shows what all games together say (%i)',
  async (seed) => {
    const roll = dice(seed)
    const players = crowd()
    const games: GameHeader[] = []
    for (let number = 0; number < 28; number++) {
      games.push(await playOne(players, roll, number))
      const game = games[roll(games.length)]
      const player = players[roll(players.length)]
      if (!game || !player) continue
      const decision = roll(2) > 0 ? 'removed' : 'released'
      if (roll(3) === 0) await decideHold(store.prisma, { gameId: game.id, playerId: player.id, decision })
      if (roll(15) === 0)
        await store.saveRound(roundOf(game, 9, [drawingBy([player], { prompt: roll(3), lock: null })]))
      if (roll(10) === 0) await store.saveRound(roundOf(game, 8, [drawingBy([player], { prompt: roll(3) })]))
      if (number === 20) await erasePlayer(store.prisma, players[0]?.id ?? '')
      if (number === 22) await renamePlayer(store.prisma, players[1]?.id ?? '', 'Ben', 'Brisk Otter')
    }
    expect(await requireSameBoards(players[4]?.id)).toBeGreaterThan(100)
    const kept = () =>
      query(
        store.url,
        'select * from "BoardEntry" where board <> \'rating\' order by board, span, "playerId"',
      )
    const before = await kept()
    await query(store.url, 'delete from "BoardEntry" where board <> \'rating\'')
    await keepAllBests(store.prisma, new Date(0))
    expect(await kept()).toEqual(before)
  },
)

const won = async (ada: RecordedPlayer, score: number, startedAt: number) => {
  const game = gameHeader({ startedAt })
  await store.play(game, [[drawingBy([ada])]], [standingOf(ada, score)])
  return game.id
}

test('[S18] [F5] boards: when an admin removes a best, the next best takes its place, and comes back when it is released', async () => {
  const ada = playerNamed('Ada')
  const second = await won(ada, 1_200, from)
  const best = await won(ada, 2_400, from + 60_000)
  await store.prisma.hold.create({
    data: { gameId: best, playerId: ada.id, reasons: ['too-soon'], heldAt: new Date(from) },
  })
  const shown = async () =>
    (await leaderboard(store.prisma, { board: 'race' })).rows.map(({ gameId }) => gameId)
  const decide = (decision: 'removed' | 'released') =>
    decideHold(store.prisma, { gameId: best, playerId: ada.id, decision })
  await decide('removed')
  expect(await shown()).toEqual([second])
  await decide('released')
  expect(await shown()).toEqual([best])
})

test('[S18] boards: two games of one player that end at the same time leave the better of them', async () => {
  const ada = playerNamed('Ada')
  const games = Array.from({ length: 6 }, (_, number) => gameHeader({ startedAt: from + number * 1_000 }))
  await Promise.all(
    games.map((game, number) => store.saveGame(gameOf(game, [standingOf(ada, 300 + number * 300)]))),
  )
  const { rows } = await leaderboard(store.prisma, { board: 'race' })
  expect(rows.map(({ gameId }) => gameId)).toEqual([games[5]?.id])
})

test('[S18] boards: who is erased leaves all boards at once, the daily one too', async () => {
  const ada = playerNamed('Ada')
  const day = dayOf(from)
  const gameId = randomUUID()
  await claimDailyTry(store.prisma, { day, gameId, player: ada, at: new Date(from) })
  const header = gameHeader({ id: gameId, day, startedAt: from })
  await store.saveGame(gameOf(header, [standingOf(ada, 900, { rounds: 1 })]))
  await won(ada, 2_400, from)
  expect(await store.prisma.boardEntry.count({ where: { playerId: ada.id } })).toBeGreaterThan(4)
  await erasePlayer(store.prisma, ada.id)
  expect(await store.prisma.boardEntry.count()).toBe(0)
})
