import { beforeEach, expect, test } from 'vitest'
import type { HoldReason } from '#game/records/hold-reason'
import type { GameHeader, RecordedPlayer, Standing } from '#game/records/record'
import { daySpan, seasonSpan } from '#game/records/spans'
import { digitBoard } from '#server/store/boards/digit-board'
import { dailyBoard, leaderboard } from '#server/store/boards/leaderboard'
import { claimDailyTry } from '#server/store/daily/daily-tries'
import { findDigitTargets, findGameTarget } from '#server/store/games/find-targets'
import { decideHold } from '#server/store/moderation/decide-hold'
import { findProfile } from '#server/store/players/find-profile'
import { ratingBoard } from '#server/store/ratings/rating-board'
import { listSamples } from '#server/store/samples/list-samples'
import { readSamples } from '#server/store/samples/read-samples'
import { summarisePlay } from '#server/store/samples/summarise-play'
import { giveConsent } from '#server/testing/lenders'
import { drawingBy, gameHeader, gameOf, playerNamed, roundOf, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const bot = playerNamed('Bot')
const ada = playerNamed('Ada')
beforeEach(() => giveConsent(store.prisma, ada, bot))
const heldFor: readonly HoldReason[] = ['too-soon']

type Scored = readonly [player: RecordedPlayer, score: number, overrides?: Partial<Standing>]

/** A game of which one round is stored, so that it is on the boards of digits, too. */
async function play(header: Partial<GameHeader>, ...scored: Scored[]): Promise<GameHeader> {
  const game = gameHeader(header)
  const drawings = scored.map(([player], canvas) => drawingBy([player], { canvas, lock: null }))
  const locked = scored.map(([player], canvas) => drawingBy([player], { canvas, index: 1 }))
  await store.saveRound(roundOf(game, 0, [...drawings, ...locked]))
  const standings = scored.map(([player, score, overrides], firstCanvas) =>
    standingOf(player, score, { firstCanvas, rank: firstCanvas + 1, ...overrides }),
  )
  await store.saveGame(gameOf(game, standings))
  return game
}

const settingsOf = (mode: 'race' | 'rush' | 'relay', roundSeconds: number) => ({
  settings: { ...gameHeader().settings, mode, roundSeconds },
})
const day = '2026-05-01' as const
const noon = gameHeader().startedAt
const names = ({ rows }: { rows: readonly { name: string }[] }) => rows.map(({ name }) => name)

const boards = {
  'of all time': [{}, () => leaderboard(store.prisma, { board: 'race' }).then(names)],
  'of the day or the week': [
    {},
    () => leaderboard(store.prisma, { board: 'race', span: daySpan(noon) }).then(names),
  ],
  'of the season': [
    {},
    () => leaderboard(store.prisma, { board: 'race', span: seasonSpan('digits-v1') }).then(names),
  ],
  'of a rush': [settingsOf('rush', 60), () => leaderboard(store.prisma, { board: 'rush-60' }).then(names)],
  'of a relay': [settingsOf('relay', 60), () => leaderboard(store.prisma, { board: 'relay' }).then(names)],
  'of a digit': [{}, () => digitBoard(store.prisma, { digit: 1 }).then(names)],
  'of a digit today': [{}, () => digitBoard(store.prisma, { digit: 1, span: daySpan(noon) }).then(names)],
  'of the daily challenge': [{ day }, () => dailyBoard(store.prisma, day).then(names)],
  'of what there is to beat': [
    {},
    async () => {
      const options = { today: daySpan(noon), own: undefined }
      const { today } = await findGameTarget(store.prisma, 'race', options)
      const [digit] = await findDigitTargets(store.prisma, [1], options)
      expect(digit?.today === null).toBe(today === null)
      return today ? [today.name] : []
    },
  ],
} satisfies Record<string, [Partial<GameHeader>, () => Promise<string[]>]>

test.each(Object.entries(boards))(
  '[F5] the board %s is without a held result, and has it from its release on; a removed one stays off',
  async (_, [header, read]) => {
    const game = await play(header, [bot, 2_900, { heldFor }])
    if (game.day) {
      const at = new Date(noon)
      await claimDailyTry(store.prisma, { day: game.day, gameId: game.id, player: bot, at })
    }
    const hold = { gameId: game.id, playerId: bot.id }
    expect(await read()).toEqual([])
    await decideHold(store.prisma, { ...hold, decision: 'removed' })
    expect(await read()).toEqual([])
    await decideHold(store.prisma, { ...hold, decision: 'released' })
    expect(await read()).toEqual(['Bot'])
  },
)

test('[F5] holds: what others came to in a game with a held result counts as ever, as does another game of the same player', async () => {
  await play({}, [bot, 2_900, { heldFor }], [ada, 2_000])
  await play({}, [bot, 1_500])
  const { rows } = await leaderboard(store.prisma, { board: 'race' })
  expect(rows.map(({ name, pointsPerRound }) => [name, pointsPerRound])).toEqual([
    ['Ada', 2_000 / 3],
    ['Bot', 500],
  ])
})

test('[F5] holds: whose result is held is not rated, the others are rated among themselves, and a release makes up for nothing', async () => {
  const ben = playerNamed('Ben')
  const rated = async () =>
    (await store.prisma.rating.findMany({ select: { playerId: true } }))
      .map(({ playerId }) => playerId)
      .sort()
  for (let games = 0; games < 5; games++) {
    const game = await play({}, [bot, 2_900, { heldFor }], [ada, 2_000], [ben, 900])
    await decideHold(store.prisma, { gameId: game.id, playerId: bot.id, decision: 'released' })
  }
  expect(await rated()).toEqual([ada.id, ben.id].sort())
  expect(names(await ratingBoard(store.prisma))).toEqual(['Ada', 'Ben'])
})

test('[F5] holds: a game of two, one of them held, rates nobody', async () => {
  await play({}, [bot, 2_900, { heldFor }], [ada, 2_000])
  expect(await store.prisma.rating.count()).toBe(0)
})

test('[F5] holds: samples of a held result are neither reviewed nor exported, until its release', async () => {
  const game = await play({}, [bot, 2_900, { heldFor }], [ada, 2_000])
  const contributors = async () => {
    const [listed, read] = [await listSamples(store.prisma, { isReviewed: false }), []] as [
      Awaited<ReturnType<typeof listSamples>>,
      string[],
    ]
    for await (const { contributorId } of readSamples(store.prisma)) read.push(contributorId)
    expect(listed.samples.map(({ contributorId }) => contributorId).sort()).toEqual(read.sort())
    expect((await summarisePlay(store.prisma)).unreviewedSamples).toBe(read.length)
    return read
  }
  const hold = { gameId: game.id, playerId: bot.id }
  expect(await contributors()).toEqual([ada.id])
  await decideHold(store.prisma, { ...hold, decision: 'released' })
  expect(await contributors()).toEqual([ada.id, bot.id].sort())
  await decideHold(store.prisma, { ...hold, decision: 'removed' })
  expect(await contributors()).toEqual([ada.id])
})

test('[F5] holds: a game that has not ended has no samples to review; a round that comes after the end has none while the result is held', async () => {
  const game = gameHeader()
  const contributors = async () =>
    (await listSamples(store.prisma)).samples.map(({ contributorId }) => contributorId).sort()
  const missed = (round: number) =>
    roundOf(
      game,
      round,
      [bot, ada].map((player, canvas) => drawingBy([player], { canvas, lock: null })),
    )
  await store.saveRound(missed(0))
  expect(await contributors()).toEqual([])
  await store.saveGame(gameOf(game, [standingOf(bot, 2_900, { heldFor }), standingOf(ada, 900)]))
  await store.saveRound(missed(1))
  expect(await contributors()).toEqual([ada.id, ada.id])
  await decideHold(store.prisma, { gameId: game.id, playerId: bot.id, decision: 'released' })
  await store.saveRound(missed(2))
  expect(await contributors()).toEqual([ada.id, ada.id, ada.id, bot.id, bot.id, bot.id].sort())
})

test('[F5] holds: a profile counts neither the wins nor the digits of a held result', async () => {
  const game = await play({}, [bot, 2_900, { heldFor }], [ada, 2_000])
  expect(await findProfile(store.prisma, bot.id)).toMatchObject({ games: 1, wins: 0, digits: [] })
  await decideHold(store.prisma, { gameId: game.id, playerId: bot.id, decision: 'released' })
  expect(await findProfile(store.prisma, bot.id)).toMatchObject({ wins: 1, digits: [{ digit: 1 }] })
})

test('[F5] holds: a game saved again, or three times at once, is held once and keeps what was decided', async () => {
  const game = gameHeader()
  const record = gameOf(game, [standingOf(bot, 2_900, { heldFor })])
  await Promise.all([1, 2, 3].map(() => store.saveGame(record)))
  await decideHold(store.prisma, { gameId: game.id, playerId: bot.id, decision: 'released' })
  await store.saveGame(record)
  expect(await store.prisma.hold.findMany()).toMatchObject([{ reasons: heldFor, decision: 'released' }])
})

test('[F5] holds: the overview counts the results that wait for an admin', async () => {
  const game = await play({}, [bot, 2_900, { heldFor }], [ada, 2_000])
  expect((await summarisePlay(store.prisma)).heldResults).toBe(1)
  await decideHold(store.prisma, { gameId: game.id, playerId: bot.id, decision: 'removed' })
  expect((await summarisePlay(store.prisma)).heldResults).toBe(0)
})

test('[F5] holds: a decision about what is not held changes nothing', async () => {
  const game = await play({}, [ada, 2_000])
  await decideHold(store.prisma, { gameId: game.id, playerId: ada.id, decision: 'removed' })
  expect(names(await leaderboard(store.prisma, { board: 'race' }))).toEqual(['Ada'])
  expect((await listSamples(store.prisma)).count).toBe(1)
})
