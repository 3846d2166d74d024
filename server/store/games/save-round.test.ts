import { describe, expect, test } from 'vitest'
import { findReplay } from '#server/store/games/find-replay'
import { giveConsent } from '#server/testing/lenders'
import { drawingBy, gameHeader, gameOf, playerNamed, roundOf, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const ada = playerNamed('Ada', { colour: 1 })
const grace = playerNamed('Grace', { colour: 2 })

function publicly({ id, name, colour }: typeof ada) {
  return { id, name, colour }
}

describe('saved games: a game that was saved can be replayed as it was', () => {
  test('every drawing comes back with its ink, guesses, lock and points', async () => {
    const game = gameHeader()
    const drawings = [
      drawingBy([ada]),
      drawingBy([grace], { canvas: 1, lock: null, guesses: [], ink: '', points: 0 }),
    ]
    await store.saveRound(roundOf(game, 0, drawings))
    await store.saveGame(gameOf(game, [standingOf(ada, 900), standingOf(grace, 0, { rank: 2 })]))

    const replay = await findReplay(store.prisma, game.id)
    const { judge, edition: _, ...header } = game
    expect(replay).toMatchObject({ ...header, finishedAt: game.startedAt + 60_000 })
    expect(replay?.rounds[0]).toMatchObject({ index: 0, judge, startedAt: game.startedAt })
    expect(replay?.rounds[0]?.drawings).toMatchObject(
      drawings.map(({ players, ...drawing }) => ({ ...drawing, players: players.map(publicly) })),
    )
    expect(replay?.standings.map(({ player, score }) => [player.name, score])).toEqual([
      ['Ada', 900],
      ['Grace', 0],
    ])
  })

  test('[R27] [R28] a sum and a modifier come back with the game they were in', async () => {
    const settings = { ...gameHeader().settings, sums: 'hard', modifier: 'mirror' } as const
    const game = gameHeader({ settings })
    const sum = { left: 8, sign: 'divided', right: 8 } as const
    await store.saveRound(roundOf(game, 0, [drawingBy([ada], { sum }), drawingBy([grace], { canvas: 1 })]))
    const replay = await findReplay(store.prisma, game.id)
    expect(replay?.settings).toEqual(settings)
    expect(replay?.rounds[0]?.drawings.map((drawing) => drawing.sum)).toEqual([sum, undefined])
  })

  test('[S10] a round keeps the edition of the rules that judged it; one from before there were two has the first', async () => {
    const [older, newer] = [gameHeader(), gameHeader({ edition: 2 })]
    for (const game of [older, newer]) await store.saveRound(roundOf(game, 0, [drawingBy([ada])]))
    const editionOf = async ({ id }: typeof older) => (await findReplay(store.prisma, id))?.rounds[0]?.edition
    expect([await editionOf(older), await editionOf(newer)]).toEqual([1, 2])
  })

  test('a canvas that a team shared keeps its hands in their order', async () => {
    const game = gameHeader({ settings: { ...gameHeader().settings, mode: 'relay' } })
    const drawings = [drawingBy([grace, ada]), drawingBy([grace, ada], { index: 1 })]
    await store.saveRound(roundOf(game, 0, drawings))
    const replay = await findReplay(store.prisma, game.id)
    expect(replay?.rounds[0]?.drawings.map(({ players }) => players.map(({ name }) => name))).toEqual([
      ['Grace', 'Ada'],
      ['Grace', 'Ada'],
    ])
  })

  test('[D6] whose hand drew what comes back; a drawing of one, or of before, has none, and what cannot be read is not known', async () => {
    const game = gameHeader({ settings: { ...gameHeader().settings, mode: 'relay' } })
    const hands = [
      { from: 0, player: 1 },
      { from: 3, player: 0 },
    ]
    const drawings = [drawingBy([grace, ada], { hands }), drawingBy([grace], { canvas: 1 })]
    await store.saveRound(roundOf(game, 0, drawings))
    const handsOf = async () =>
      (await findReplay(store.prisma, game.id))?.rounds[0]?.drawings.map((drawing) => drawing.hands)
    expect(await handsOf()).toEqual([hands, undefined])
    await store.prisma.drawing.updateMany({
      where: { round: { gameId: game.id } },
      data: { hands: [{ from: 'nowhere' }] },
    })
    expect(await handsOf()).toEqual([undefined, undefined])
  })

  test('a game that nobody saved is not found', async () => {
    expect(await findReplay(store.prisma, gameHeader().id)).toBeNull()
  })
})

test('[R2] saved games: a game shows its players under their labels, and leaves their names as they are', async () => {
  const game = gameHeader()
  const kim = playerNamed('Kim', { label: 'Kim 2' })
  await store.play(game, [[drawingBy([kim])]], [standingOf(kim, 900)])
  const replay = await findReplay(store.prisma, game.id)
  expect(replay?.rounds[0]?.drawings[0]?.players[0]?.name).toBe('Kim 2')
  expect(replay?.standings[0]?.player.name).toBe('Kim 2')
  expect(await store.prisma.player.findMany({ select: { name: true } })).toEqual([{ name: 'Kim' }])
})

describe('saved games: writing may be repeated', () => {
  test('a round saved three times at once is there once', async () => {
    const round = roundOf(gameHeader(), 0, [drawingBy([ada]), drawingBy([grace], { canvas: 1 })])
    await Promise.all([1, 2, 3].map(() => store.saveRound(round)))
    expect(await store.prisma.round.count()).toBe(1)
    expect(await store.prisma.drawing.count()).toBe(2)
  })

  test('a game saved again keeps its first end and its results', async () => {
    const game = gameHeader()
    await store.saveGame(gameOf(game, [standingOf(ada, 900)]))
    await store.saveGame(gameOf(game, [standingOf(ada, 1)], { finishedAt: game.startedAt + 99_000 }))
    expect(await findReplay(store.prisma, game.id)).toMatchObject({
      finishedAt: game.startedAt + 60_000,
      standings: [{ score: 900 }],
    })
  })

  test('a round that cannot be written whole is not written at all', async () => {
    const game = gameHeader()
    const twice = [drawingBy([ada]), drawingBy([grace])]
    await expect(store.saveRound(roundOf(game, 0, twice))).rejects.toThrow()
    expect(await findReplay(store.prisma, game.id)).toBeNull()
  })
})

describe('saved games: what a player is called', () => {
  const game = gameHeader()
  const countess = { ...ada, name: 'Countess' }

  test('is as last seen: a record that is written late never undoes what they said since', async () => {
    await store.saveRound(roundOf(game, 0, [drawingBy([ada])]))
    await store.saveRound(roundOf(game, 2, [drawingBy([countess])]))
    await store.saveRound(roundOf(game, 1, [drawingBy([ada])]))
    expect(await store.prisma.player.findMany({ select: { name: true } })).toEqual([{ name: 'Countess' }])
  })

  test('stays with the game as it was when they played', async () => {
    await store.saveRound(roundOf(game, 0, [drawingBy([ada])]))
    await store.saveRound(roundOf(game, 1, [drawingBy([countess])]))
    const replay = await findReplay(store.prisma, game.id)
    expect(replay?.rounds.map(({ drawings }) => drawings[0]?.players[0]?.name)).toEqual(['Ada', 'Countess'])
  })
})

test('[F5] saved games: a drawing that speaks against itself is no sample, and others of its player are', async () => {
  await giveConsent(store.prisma, ada)
  const lockedAt = (canvas: number, atMs: number) =>
    drawingBy([ada], { canvas, wrongLocks: 1, lock: { atMs, guessIndex: 0, heldIndex: 1 } })
  await store.saveRound(roundOf(gameHeader(), 0, [lockedAt(0, 150), lockedAt(1, 800)]))
  const samples = await store.prisma.sample.findMany({ select: { drawing: { select: { lockAtMs: true } } } })
  expect(samples).toEqual([{ drawing: { lockAtMs: 800 } }])
})
