import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { presentEdition } from '#game/drawing/editions'
import { dailySettings } from '#game/prompts/daily'
import { ghostsVersion } from '#game/protocol/consent'
import { defaultRoomSettings } from '#game/protocol/scalars'
import type { GameHeader, RecordedPlayer } from '#game/records/record'
import type { GhostSearch } from '#server/rooms/ports'
import { saveGhosts } from '#server/store/players/save-choices'
import { drawingBy, gameHeader, playerNamed, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'
import { findGhosts } from './find-ghosts'

const store = testStore()
const [ada, ben, cyd] = ['Ada', 'Ben', 'Cyd'].map((name) => playerNamed(name)) as [
  RecordedPlayer,
  RecordedPlayer,
  RecordedPlayer,
]
const noon = Date.UTC(2026, 4, 1, 12)
const settings = { ...defaultRoomSettings, rounds: 3, isPublic: true }
const judge = { version: 'digits-v1', engine: 'wasm' } as const

/** [R36] As large as one can be. */
const wideSeed = 2 ** 53 - 1

const headerOf = (overrides: Partial<GameHeader> = {}) =>
  gameHeader({ edition: presentEdition, judge, seed: wideSeed, settings, startedAt: noon, ...overrides })

/** A game of three rounds, of some players, each with a score. */
async function played(scores: readonly [RecordedPlayer, number][], overrides: Partial<GameHeader> = {}) {
  const header = headerOf(overrides)
  const drawings = scores.map(([player], canvas) => drawingBy([player], { canvas }))
  await store.play(
    header,
    [drawings, drawings, drawings],
    scores.map(([player, score], index) => standingOf(player, score, { rank: index + 1 })),
  )
  return header.id
}

const agrees = (player: RecordedPlayer, lendsGhosts = true, at = noon - 1_000) =>
  saveGhosts(store.prisma, player, { lendsGhosts, version: ghostsVersion, at: new Date(at) })

const found = (search: Partial<GhostSearch> = {}) =>
  findGhosts(store.prisma, {
    kind: 'others',
    playerId: ada.id,
    settings,
    judge,
    at: new Date(noon + 3_600_000),
    ...search,
  })

describe('[R25] [R26] ghosts of others', () => {
  beforeEach(async () => {
    await agrees(ben)
  })

  test('are those who agreed, with the digits, settings, ink and points of their game, and an id of their own', async () => {
    const source = await played([
      [ben, 2_700],
      [cyd, 2_600],
    ])
    const ghosts = await found()
    expect(ghosts).toMatchObject({
      seed: wideSeed,
      settings: { ...settings, isPublic: false, isLocked: false },
      race: { kind: 'others', source },
    })
    const racers = ghosts?.race.racers ?? []
    expect(racers.map(({ player }) => [player.name, player.label])).toEqual([['Ben', '👻 Ben']])
    expect(racers[0]?.rounds.map((drawings) => drawings.map(({ points }) => points))).toEqual([
      [900],
      [900],
      [900],
    ])
    expect(JSON.stringify(racers)).not.toContain(ben.id)
  })

  test('are none before their yes, after their no, or while they are banned', async () => {
    await played([[ben, 2_700]], { startedAt: noon - 2_000 })
    expect(await found()).toBeNull()
    await played([[ben, 2_700]])
    expect(await found()).not.toBeNull()
    await store.prisma.player.updateMany({ where: { id: ben.id }, data: { isBanned: true } })
    expect(await found()).toBeNull()
    await store.prisma.player.updateMany({ where: { id: ben.id }, data: { isBanned: false } })
    await agrees(ben, false, noon + 1_000)
    expect(await found()).toBeNull()
    await agrees(ben, true, noon + 2_000)
    expect(await found()).toBeNull()
  })

  test('are of the same settings, network and rules, whole, and of no held or suspect result', async () => {
    await played([[ben, 2_700]], { settings: { ...settings, rounds: 4 } })
    await played([[ben, 2_700]], { judge: { ...judge, version: 'digits-v9' } })
    await played([[ben, 2_700]], { edition: 1 })
    const pruned = await played([[ben, 2_700]])
    await store.prisma.round.updateMany({ where: { gameId: pruned, index: 0 }, data: { hasDrawings: false } })
    const held = await played([[ben, 2_700]])
    await store.prisma.hold.create({
      data: { gameId: held, playerId: ben.id, reasons: ['too-soon'], heldAt: new Date(noon) },
    })
    const suspect = await played([[ben, 2_700]])
    await store.prisma.drawing.updateMany({
      where: { round: { gameId: suspect } },
      data: { isSuspect: true },
    })
    expect(await found()).toBeNull()
  })

  test('are of about the strength of who asks', async () => {
    await agrees(cyd)
    await played([[cyd, 900]])
    for (let game = 0; game < 8; game++) await played([[ben, 2_700]])
    const rated = { games: 9, updatedAt: new Date(noon) }
    await store.prisma.rating.createMany({
      data: [
        { playerId: ben.id, mu: 40, sigma: 2, ...rated },
        { playerId: cyd.id, mu: 27, sigma: 2, ...rated },
      ],
    })
    for (let look = 0; look < 5; look++) expect((await found())?.race.racers[0]?.player.name).toBe('Cyd')
  })

  test('are of one game, each player once, however many games they have played', async () => {
    for (let game = 0; game < 3; game++) await played([[ben, 2_700]])
    expect((await found())?.race.racers.map(({ player }) => player.name)).toEqual(['Ben'])
  })

  test('are one’s own earlier games where nobody else agreed, and one’s own come last', async () => {
    await agrees(ben, false)
    const own = await played([[ada, 2_000]])
    expect((await found())?.race).toMatchObject({ source: own, racers: [{ player: { label: '👻 Ada' } }] })
    await agrees(ben)
    const others = await played([[ben, 2_700]])
    expect((await found())?.race.source).toBe(others)
  })
})

test('[R26] the own best on a board is raced, whoever else agreed', async () => {
  await agrees(ben)
  await played([[ada, 1_500]])
  const best = await played([
    [ben, 2_900],
    [ada, 2_400],
  ])
  await played([[ada, 2_100]])
  expect((await found({ kind: 'race' }))?.race).toMatchObject({
    kind: 'race',
    source: best,
    racers: [{ player: { name: 'Ada' } }],
  })
  expect(await found({ kind: 'rush-60' })).toBeNull()
})

test('[R14] [R26] yesterday’s best who agreed is raced once the secret of the day is published, with its digits', async () => {
  const day = '2026-05-01'
  await store.prisma.daySecret.upsert({
    where: { day: new Date(day) },
    create: { day: new Date(day), secret: 'f'.repeat(64), commitment: 'c' },
    update: {},
  })
  await agrees(ben)
  for (const [player, score] of [
    [cyd, 9_000],
    [ben, 8_000],
  ] as const) {
    const header = headerOf({ id: randomUUID(), settings: dailySettings, day })
    await store.play(header, [[drawingBy([player])]], [standingOf(player, score, { rounds: 1 })])
    await store.prisma.dailyTry.create({
      data: { day: new Date(day), playerId: player.id, gameId: header.id },
    })
  }
  const at = (time: string) => found({ kind: 'daily', at: new Date(time) })
  expect(await at('2026-05-02T00:09:00Z')).toBeNull()
  expect((await at('2026-05-02T00:11:00Z'))?.race).toMatchObject({
    secret: 'f'.repeat(64),
    racers: [{ player: { name: 'Ben' } }],
  })
  expect(await at('2026-05-03T12:00:00Z')).toBeNull()
})
