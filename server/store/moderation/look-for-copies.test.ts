import { beforeEach, expect, test } from 'vitest'
import type { InkOp, Point } from '#game/drawing/ink'
import { encodeInk } from '#game/drawing/ink-codec'
import type { DrawingRecord, RecordedPlayer } from '#game/records/record'
import { saveRound } from '#server/store/games/save-round'
import { lookForCopies } from '#server/store/moderation/look-for-copies'
import { findOwnReview } from '#server/store/samples/find-own-review'
import { listSamples } from '#server/store/samples/list-samples'
import { giveConsent } from '#server/testing/lenders'
import { drawingBy, gameHeader, gameOf, playerNamed, roundOf, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const ada = playerNamed('Ada')
const bot = playerNamed('Bot')
beforeEach(() => giveConsent(store.prisma, ada, bot))
const noon = gameHeader().startedAt
const hour = 3_600_000

/** A winding stroke that nobody draws twice; with another `bend` it winds otherwise. */
function bentPoints(beginMs: number, { bend = 120, dx = 0 } = {}): Point[] {
  return Array.from({ length: 16 }, (_, step) => ({
    x: 400 + dx + Math.round(bend * Math.sin((step * bend) / 120)) + step * 4,
    y: 200 + step * 20,
    t: beginMs + step * 12,
  }))
}

/** The same all at once. @param atMs when it arrives, since the round began */
function bentOps(atMs: number, overrides?: { bend?: number; dx?: number }): InkOp[] {
  return [
    { kind: 'draw', atMs, points: bentPoints(Math.max(0, atMs - 200), overrides) },
    { kind: 'lift', atMs },
  ]
}

function bentInk(atMs: number, overrides?: { bend?: number; dx?: number }): string {
  return encodeInk(bentOps(atMs, overrides))
}

type Played = {
  player: RecordedPlayer
  ink: string
  startedAt?: number
  settings?: object
  overrides?: Partial<DrawingRecord>
}

/** @returns the game's id */
async function play(...all: Played[]): Promise<string> {
  const { startedAt = noon, settings = {} } = all[0] ?? {}
  const header = gameHeader()
  const game = { ...header, startedAt, settings: { ...header.settings, ...settings } }
  const drawings = all.map(({ player, ink, overrides }, canvas) =>
    drawingBy([player], { canvas, ink, wrongLocks: 1, ...overrides }),
  )
  await store.saveRound(roundOf(game, 0, drawings))
  await store.saveGame(
    gameOf(
      game,
      all.map(({ player }, firstCanvas) => standingOf(player, 900, { firstCanvas })),
    ),
  )
  return game.id
}

/** What the network did not recognise is a sample, and no hand is too quick for that. */
const missed = { lock: null }

const isHeld = async (gameId: string, { id }: RecordedPlayer) =>
  (await findOwnReview(store.prisma, gameId, id)) === 'waiting'

test('[F7] copies: ink that anybody drew in an earlier game is held, wherever on the pad; who drew it first is not', async () => {
  const first = await play({ player: ada, ink: bentInk(900) })
  const copy = await play({ player: bot, ink: bentInk(700, { dx: 90 }), startedAt: noon + hour })
  expect(await isHeld(first, ada)).toBe(false)
  expect(await isHeld(copy, bot)).toBe(true)
  expect(await store.prisma.hold.findMany()).toMatchObject([{ gameId: copy, reasons: ['known-ink'] }])
})

test('[F7] copies: so is a player’s own ink of an earlier game; other ink is not', async () => {
  await play({ player: ada, ink: bentInk(900) })
  const again = await play({ player: ada, ink: bentInk(900), startedAt: noon + hour })
  const other = await play({ player: ada, ink: bentInk(900, { bend: 300 }), startedAt: noon + 2 * hour })
  expect([await isHeld(again, ada), await isHeld(other, ada)]).toEqual([true, false])
})

test('[F7] copies: a player’s own ink of an earlier game is found turned and leant as well, for the same digit', async () => {
  const turned = (degrees: number, lean: number) => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
    return encodeInk(
      bentOps(900).map((op) =>
        op.kind !== 'draw'
          ? op
          : {
              ...op,
              points: op.points.map(({ x, y, t }) => ({
                x: Math.round(cos * x - sin * y + lean * y) + 200,
                y: Math.round(sin * x + cos * y),
                t,
              })),
            },
      ),
    )
  }
  await play({ player: ada, ink: bentInk(900) })
  const again = await play({ player: ada, ink: turned(12, 0.15), startedAt: noon + hour })
  const asAnother = await play({
    ...{ player: ada, ink: turned(-7, 0.1), startedAt: noon + 2 * hour },
    overrides: { prompt: 9 },
  })
  expect([await isHeld(again, ada), await isHeld(asAnother, ada)]).toEqual([true, false])
})

test('[F7] copies: the earlier ink is the one that arrived first, not the one that was stored first', async () => {
  const copy = await play({ player: bot, ink: bentInk(900), startedAt: noon + hour })
  const first = await play({ player: ada, ink: bentInk(900) })
  expect([await isHeld(first, ada), await isHeld(copy, bot)]).toEqual([false, false])
  const later = await play({ player: bot, ink: bentInk(900), startedAt: noon + 2 * hour })
  expect(await isHeld(later, bot)).toBe(true)
})

test('[F7] copies: who repeats a rival’s ink in the same round is held, and the rival is not', async () => {
  const game = await play({ player: ada, ink: bentInk(900) }, { player: bot, ink: bentInk(960) })
  expect([await isHeld(game, ada), await isHeld(game, bot)]).toEqual([false, true])
})

test('[F7] copies: a credit for lag does not make a copy the earlier one', async () => {
  const game = await play(
    { player: ada, ink: bentInk(900), overrides: { lagCreditMs: 0 } },
    { player: bot, ink: bentInk(860), overrides: { lagCreditMs: 150 } },
  )
  expect([await isHeld(game, ada), await isHeld(game, bot)]).toEqual([false, true])
})

test('[F7] copies: who copies her before her pen is lifted is held, and the rival is not', async () => {
  const early = bentOps(900).slice(0, -1)
  const game = await play(
    { player: ada, ink: encodeInk([...early, { kind: 'lift', atMs: 980 }]) },
    { player: bot, ink: bentInk(930) },
  )
  expect([await isHeld(game, ada), await isHeld(game, bot)]).toEqual([false, true])
})

test('[F7] copies: who copies a rival while she draws is held: a dot ahead of it and an end left out do not make it the earlier one', async () => {
  const whole = bentPoints(0)
  const last = whole.at(-1) as Point
  const batches = (beginMs: number) =>
    [...whole, { ...last, x: last.x + 3 }].map((point, index): InkOp => {
      const atMs = beginMs + 33 * index
      return { kind: 'draw', atMs, points: [{ ...point, t: atMs }] }
    })
  const [first, ...others] = batches(450)
  const copied = [{ ...(first as InkOp), atMs: 310 }, ...others.slice(0, -1)]
  const game = await play(
    { player: ada, ink: encodeInk(batches(420)) },
    { player: bot, ink: encodeInk(copied) },
  )
  expect([await isHeld(game, ada), await isHeld(game, bot)]).toEqual([false, true])
})

test('[F7] copies: ink that was taken back does not make a copy the earlier one', async () => {
  const undone: InkOp[] = [
    {
      kind: 'draw',
      atMs: 310,
      points: [
        { x: 100, y: 100, t: 300 },
        { x: 400, y: 800, t: 310 },
      ],
    },
    { kind: 'undo', atMs: 320 },
  ]
  const game = await play(
    { player: ada, ink: bentInk(900) },
    { player: bot, ink: encodeInk([...undone, ...bentOps(930)]) },
  )
  expect([await isHeld(game, ada), await isHeld(game, bot)]).toEqual([false, true])
})

test('[F7] copies: a drawing with arrow keys among them changes nothing: the copies are held as ever', async () => {
  await playAlone([bentInk(900), bentInk(900, { bend: 200 })], noon)
  const byKeys = drawingBy([ada], { index: 2, isByKeyboard: true })
  const game = { ...gameHeader(), startedAt: noon + hour }
  const copies = [120, 200].map((bend, index) => drawingBy([ada], { index, ink: bentInk(900, { bend }) }))
  await store.play(game, [[...copies, byKeys]], [standingOf(ada, 2_000, { isByKeyboard: true })])
  expect(await isHeld(game.id, ada)).toBe(true)
})

test('[F7] copies: little ink may be alike by chance, and arrow keys draw alike', async () => {
  const byKeyboard = { isByKeyboard: true }
  const games = []
  for (const startedAt of [noon, noon + hour]) {
    games.push(await play({ player: ada, ink: drawingBy([ada]).ink, startedAt }))
    games.push(await play({ player: ada, ink: bentInk(900), startedAt, overrides: byKeyboard }))
  }
  expect(await Promise.all(games.map((game) => isHeld(game, ada)))).toEqual(games.map(() => false))
})

test('[F7] copies: in a game that counts nowhere nobody is held, and a copy is no sample anywhere', async () => {
  await play({ player: ada, ink: bentInk(900), overrides: missed })
  const fun = await play({
    ...{ player: bot, ink: bentInk(900), startedAt: noon + hour, overrides: missed },
    settings: { hasStreakBonus: true },
  })
  expect(await isHeld(fun, bot)).toBe(false)
  const { samples } = await listSamples(store.prisma)
  expect(samples.map(({ contributorId }) => contributorId)).toEqual([ada.id])
})

test('[F5] copies: a drawing that no hand can have made is no sample', async () => {
  const hasty = { lock: { atMs: 4, guessIndex: 0, heldIndex: 1 }, wrongLocks: 1, lagCreditMs: 0 }
  await play({ player: bot, ink: bentInk(4), overrides: hasty })
  await play({ player: ada, ink: bentInk(900, { bend: 300 }), overrides: missed })
  const { samples } = await listSamples(store.prisma)
  expect(samples.map(({ contributorId }) => contributorId)).toEqual([ada.id])
})

/** A game of one player with several drawings. */
async function playAlone(inks: readonly string[], startedAt: number, beforeTheEnd = async () => {}) {
  const game = { ...gameHeader(), startedAt }
  const drawings = inks.map((ink, index) => drawingBy([ada], { index, ink }))
  await store.saveRound(roundOf(game, 0, drawings))
  await beforeTheEnd()
  await store.saveGame(gameOf(game, [standingOf(ada, 2_000)]))
  return game.id
}

test('[F7] copies: one drawing like an earlier one may be chance; two are not', async () => {
  const [first, second, third, fourth] = [100, 200, 300, 400].map((bend) => bentInk(900, { bend })) as [
    string,
    ...string[],
  ]
  await playAlone([first, second as string], noon)
  const once = await playAlone([first, third as string], noon + hour)
  const twice = await playAlone([first, second as string, fourth as string], noon + 2 * hour)
  expect([await isHeld(once, ada), await isHeld(twice, ada)]).toEqual([false, true])
})

test('[F7] copies: the same stored ink on a canvas that a team shares holds all of them', async () => {
  const team = async (startedAt: number) => {
    const header = gameHeader()
    const game = { ...header, startedAt, settings: { ...header.settings, mode: 'relay' as const } }
    const drawings = [100, 200].map((bend, index) =>
      drawingBy([ada, bot], { index, ink: bentInk(900, { bend }) }),
    )
    await store.saveRound(roundOf(game, 0, drawings))
    await store.saveGame(gameOf(game, [standingOf(ada, 900), standingOf(bot, 900)]))
    return Promise.all([isHeld(game.id, ada), isHeld(game.id, bot)])
  }
  expect(await team(noon)).toEqual([false, false])
  expect(await team(noon + hour)).toEqual([true, true])
})

test('[F7] copies: others have their turn while a game of many copies is looked through', async () => {
  const inks = Array.from({ length: 40 }, (_, index) => bentInk(900, { bend: 60 + 8 * index }))
  await playAlone(inks, noon)
  const again = await playAlone(inks, noon + hour)
  let turns = 0
  let next: NodeJS.Immediate | undefined
  const count = () => {
    turns++
    next = setImmediate(count)
  }
  const queryRaw = async (...query: Parameters<typeof store.prisma.$queryRaw>) => {
    const rows = await store.prisma.$queryRaw(...query)
    next = setImmediate(count)
    return rows
  }
  const rows = await lookForCopies({ $queryRaw: queryRaw as typeof store.prisma.$queryRaw }, again)
  clearImmediate(next)
  expect(rows.filter(({ earlierGameId }) => earlierGameId !== null)).toHaveLength(inks.length)
  expect(turns).toBeGreaterThanOrEqual(inks.length)
})

test('[F7] copies: a copy that did not lock holds nobody, for it earned nothing', async () => {
  await play({ player: ada, ink: bentInk(900) })
  const copy = { player: bot, ink: bentInk(900), startedAt: noon + hour, overrides: missed }
  expect(await isHeld(await play(copy), bot)).toBe(false)
})

test('[F7] copies: on a shared canvas ink of one of them in the same game is a copy by the others alone', async () => {
  const game = gameHeader()
  const alone = drawingBy([ada], { ink: bentInk(900), ...missed })
  const shared = drawingBy([ada, bot], { ink: bentInk(900) })
  await store.play(game, [[alone], [shared]], [standingOf(ada, 900), standingOf(bot, 900)])
  expect([await isHeld(game.id, ada), await isHeld(game.id, bot)]).toEqual([false, true])
})

test('[F7] copies: different ink with the same fingerprint is no copy', async () => {
  await playAlone([bentInk(900)], noon)
  const game = await playAlone([bentInk(900, { bend: 300 })], noon + hour)
  await store.prisma.drawing.updateMany({ data: { fingerprint: 'the same' } })
  const checked = await lookForCopies(store.prisma, game)
  expect(checked.map(({ earlierGameId }) => earlierGameId)).toEqual([null])
  expect(await isHeld(game, ada)).toBe(false)
})

test('[F7] copies: copies are looked up once, when their round is stored: what is stored later changes nothing', async () => {
  const copied = await playAlone([bentInk(900)], noon + hour, async () => {
    await playAlone([bentInk(900)], noon)
  })
  expect(await isHeld(copied, ada)).toBe(false)
})

test('[F7] copies: a server that keeps no samples looks for copies as well', async () => {
  await playAlone([bentInk(900)], noon)
  const game = { ...gameHeader(), startedAt: noon + hour }
  await saveRound(store.prisma, roundOf(game, 0, [drawingBy([ada], { ink: bentInk(900) })]), false)
  await store.saveGame(gameOf(game, [standingOf(ada, 2_000)]))
  expect(await isHeld(game.id, ada)).toBe(true)
})

test('[F7] copies: a stored drawing that can no longer be read keeps no game from being stored', async () => {
  await playAlone([bentInk(900)], noon)
  await store.prisma.drawing.updateMany({ data: { ink: 'another form' } })
  const game = await playAlone([bentInk(900)], noon + hour)
  expect(await isHeld(game, ada)).toBe(false)
  expect(await store.prisma.game.count({ where: { finishedAt: { not: null } } })).toBe(2)
})
