import { expect, test } from 'vitest'
import { ownData } from '#game/protocol/own-data'
import { holdReasons } from '#game/records/hold-reason'
import { claimDailyTry } from '#server/store/daily/daily-tries'
import { saveReport } from '#server/store/players/moderation-store'
import { readOwnData } from '#server/store/players/read-own-data'
import { saveRecoveryCode } from '#server/store/players/recovery-codes'
import { query } from '#server/testing/database'
import { giveConsent } from '#server/testing/lenders'
import {
  drawingBy,
  gameHeader,
  gameOf,
  guessFor,
  playerNamed,
  roundOf,
  standingOf,
} from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const ada = playerNamed('Ada')
const ben = playerNamed('Benvenuto')
const at = new Date(Date.UTC(2026, 4, 1, 12))

async function read(id = ada.id) {
  const pieces = await readOwnData(store.prisma, id, at)
  let text = ''
  for await (const piece of pieces ?? []) text += piece
  return text
}

test('[C9] my data: all that is stored about a player, in the documented shape, and nothing of others', async () => {
  const game = gameHeader()
  await giveConsent(store.prisma, ada)
  const fooling = { lock: null, guesses: [guessFor(7, 990, 2)] }
  await store.saveRound(roundOf(game, 0, [drawingBy([ada], fooling), drawingBy([ben], { canvas: 1 })]))
  await store.saveGame(
    gameOf(game, [
      standingOf(ada, 2_700, { heldFor: [holdReasons[0]] }),
      standingOf(ben, 900, { rank: 2, firstCanvas: 1 }),
    ]),
  )
  const rated = gameHeader()
  await store.saveGame(gameOf(rated, [standingOf(ada, 600), standingOf(ben, 900, { firstCanvas: 1 })]))
  await saveRecoveryCode(store.prisma, { player: ada, hash: 'a hash', at })
  await claimDailyTry(store.prisma, { day: '2026-05-01', gameId: game.id, player: ada, at })
  const told = { reason: 'cheating', roomCode: 'ACDEF', at } as const
  await saveReport(store.prisma, { reporterId: ada.id, player: ben, ...told })
  await saveReport(store.prisma, { reporterId: ben.id, player: ada, ...told })

  const text = await read()
  const data = ownData.parse(JSON.parse(text))
  expect(data).toMatchObject({
    player: { id: ada.id, name: 'Ada', colour: 3 },
    recoveryCodeMadeAt: at.toISOString(),
    reportsAboutYou: [{ reason: 'cheating', count: 1 }],
    reportsByYou: [{ reason: 'cheating' }],
    dailyTries: [{ day: '2026-05-01' }],
    rating: { games: 1 },
    ratingSteps: [{ gameId: rated.id }],
    drawings: [
      {
        prompt: 1,
        drawers: 1,
        ink: drawingBy([]).ink,
        guesses: [[2, ...(fooling.guesses[0]?.thousandths ?? [])]],
      },
    ],
    samples: [{ prompt: 1, guess: 7 }],
  })
  const results = Object.fromEntries(data.results.map((result) => [result.gameId, result]))
  expect(results[game.id]).toMatchObject({ score: 2_700, rank: 1, hold: { decision: null } })
  expect(results[rated.id]).toMatchObject({ score: 600, hold: null })
  for (const others of [ben.id, ben.name, 'a hash']) expect(text).not.toContain(others)

  const { player, rating, dailyTries, ratingSteps, drawings, samples } = data
  const held = results[game.id]
  const shown = {
    ...{ Player: [player], Rating: [rating], DailyTry: dailyTries, RatingStep: ratingSteps },
    ...{ Result: [held], Hold: [held?.hold], Drawing: drawings, Drawer: drawings, Sample: samples },
  }
  const missing: string[] = []
  for (const [table, [row]] of Object.entries(shown)) {
    if (!row) throw new Error(`nothing of ${table} is in the file`)
    const columns = await query<{ name: string }>(
      store.url,
      `select column_name as name from information_schema.columns where table_name = '${table}'`,
    )
    for (const { name } of columns) if (!(name in row)) missing.push(`${table}.${name}`)
  }
  // The player's own id, in each row; what refers to a row that is there; and what `leftOut` names.
  const known = ['DailyTry.playerId', 'Drawer.drawingId', 'Drawer.playerId', 'Drawing.roundId']
  known.push('Hold.gameId', 'Hold.playerId', 'Rating.playerId', 'RatingStep.playerId', 'Result.playerId')
  known.push(
    'Drawer.isCopy',
    // These follow from what is told.
    'Drawing.answer',
    'Drawer.answer',
    'Drawer.day',
    'Drawer.isClean',
    'Drawer.promptedAt',
    'Player.drawings',
    'Result.board',
    'Result.hasWon',
    'Sample.contributorId',
    'Drawing.fingerprint',
    'Drawing.isSuspect',
    'Hold.reasons',
    'Sample.doubtedIn',
    'Sample.judgeVersion',
    // Which reviewer is looking at it, for two minutes.
    'Sample.leaseId',
    'Sample.leasedUntil',
  )
  expect(missing.sort()).toEqual(known.sort())
})

test('[C9] my data: more than fits one page is all there, each drawing once', async () => {
  const game = gameHeader()
  const count = 450
  const drawings = Array.from({ length: count }, (_, index) => drawingBy([ada], { index }))
  await store.saveRound(roundOf(game, 0, drawings))
  const data = ownData.parse(JSON.parse(await read()))
  expect(data.drawings).toHaveLength(count)
  expect(new Set(data.drawings.map(({ id }) => id)).size).toBe(count)
})

test('[C9] my data: of somebody nothing is stored about there is none', async () => {
  expect(await readOwnData(store.prisma, playerNamed('Nobody').id, at)).toBeNull()
})
