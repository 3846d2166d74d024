import { describe, expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import { consentVersion, unaskedVersion } from '#game/protocol/consent'
import { createStore } from '#server/store/outbox/store'
import { findConsent, findOwnInk } from '#server/store/players/find-consent'
import { saveConsent } from '#server/store/players/save-consent'
import { listOwnSamples } from '#server/store/samples/list-own-samples'
import { listSamples } from '#server/store/samples/list-samples'
import { readSamples } from '#server/store/samples/read-samples'
import { summarisePlay } from '#server/store/samples/summarise-play'
import { drawingBy, gameHeader, playerNamed, roundOf } from '#server/testing/records'
import { saveShortGame } from '#server/testing/save-short-game'
import { testStore } from '#server/testing/store'

const store = testStore()
const ada = playerNamed('Ada')
const grace = playerNamed('Grace')
const game = gameHeader()
const msIn = (ms: number) => new Date(game.startedAt + ms)
const before = msIn(-1)

/** What the network would learn most from. */
const missed = (player = ada, canvas = 0) => drawingBy([player], { canvas, lock: null })
const play = (round: number, player = ada, header = game) =>
  saveShortGame(store.prisma, roundOf(header, round, [missed(player)]))
const answer = (hasConsented: boolean, at: Date, version = consentVersion) =>
  saveConsent(store.prisma, ada, { hasConsented, version, at })
const kept = () => store.prisma.sample.count()

async function exported(): Promise<string[]> {
  const contributors: string[] = []
  for await (const { contributorId } of readSamples(store.prisma)) contributors.push(contributorId)
  return contributors
}

describe('[C1] consent: before a yes nothing is kept', () => {
  test('of whom nobody has asked', async () => {
    await play(0)
    expect(await findConsent(store.prisma, ada.id)).toEqual({ hasConsented: null, kept: 0 })
  })

  test('whatever a record says: those of 0.5.0 say yes for everybody', async () => {
    await play(0, { ...ada, hasConsented: true } as typeof ada)
    expect(await kept()).toBe(0)
  })

  test('of the others who were there, when one says yes', async () => {
    await answer(true, before)
    await saveShortGame(store.prisma, roundOf(game, 0, [missed(ada), missed(grace, 1)]))
    expect(await exported()).toEqual([ada.id])
  })

  test('after a no, also of whom no record has mentioned yet', async () => {
    await answer(false, before)
    await play(0)
    expect(await findConsent(store.prisma, ada.id)).toEqual({ hasConsented: false, kept: 0 })
  })
})

describe('[C2] consent: an answer counts when drawing and when writing', () => {
  test('a yes is for games that begin later, not for the one that is on', async () => {
    await answer(true, msIn(1))
    await play(0)
    expect(await kept()).toBe(0)
    await play(0, ada, gameHeader({ startedAt: game.startedAt + 1 }))
    expect(await kept()).toBe(1)
  })

  test('a yes given in a pause does not reach back into its round, whose times the pause has moved', async () => {
    await answer(true, msIn(60_000))
    const moved = roundOf(game, 0, [missed()])
    await store.saveRound({ ...moved, startedAt: game.startedAt + 90_000 })
    expect(await kept()).toBe(0)
  })

  test('a no holds at once, for all rounds that are not written yet', async () => {
    await answer(true, before)
    await play(0)
    await answer(false, msIn(1))
    await play(1)
    await answer(true, msIn(2))
    await play(2)
    expect(await kept()).toBe(1)
  })
})

describe('[C3] consent: an answer is kept with its time and its words', () => {
  const stored = () =>
    store.prisma.player.findUnique({
      where: { id: ada.id },
      select: { hasConsented: true, consentVersion: true, consentAnsweredAt: true },
    })

  test('a no as well as a yes', async () => {
    await answer(false, msIn(1))
    expect(await stored()).toEqual({
      hasConsented: false,
      consentVersion,
      consentAnsweredAt: msIn(1),
    })
  })

  test('the same answer sent twice stays the first', async () => {
    await answer(true, msIn(1))
    await answer(true, msIn(2))
    expect((await stored())?.consentAnsweredAt).toEqual(msIn(1))
  })

  test('a yes counts for the words it was given to, on every drawing that is kept, whatever the server asks now', async () => {
    const others = consentVersion + 1
    await answer(true, before, others)
    await play(0)
    expect((await listSamples(store.prisma)).samples[0]?.consentVersion).toBe(others)
  })

  test('the same answer to other words is another answer, with a time of its own', async () => {
    await answer(true, msIn(1))
    await answer(true, msIn(2), consentVersion + 1)
    expect(await stored()).toEqual({
      hasConsented: true,
      consentVersion: consentVersion + 1,
      consentAnsweredAt: msIn(2),
    })
  })

  test('half an answer is none: the database refuses it', async () => {
    const { id, name, colour } = ada
    const half = { id, name, colour, seenAt: before, hasConsented: true }
    await expect(store.prisma.player.create({ data: half })).rejects.toThrow('Player_consent_whole')
  })
})

describe('[C4] consent: what is lent is used as long as its player says yes', () => {
  test('after a no neither review, nor export, nor figures have it; the player still sees it', async () => {
    await answer(true, before)
    await play(0)
    expect(await exported()).toEqual([ada.id])
    await answer(false, msIn(1))
    expect(await exported()).toEqual([])
    expect((await listSamples(store.prisma, { isReviewed: false })).samples).toEqual([])
    expect(await summarisePlay(store.prisma)).toMatchObject({ samples: 0, unreviewedSamples: 0 })
    expect((await listOwnSamples(store.prisma, ada.id)).count).toBe(1)
  })

  test('a no in the middle of an export ends it for what is not read yet', async () => {
    await answer(true, before)
    for (const round of [0, 1, 2, 3]) await play(round)
    let read = 0
    for await (const _ of readSamples(store.prisma, {}, 2)) if (++read === 2) await answer(false, msIn(1))
    expect(read).toBe(2)
  })

  test('what 0.5.0 kept without asking waits for a yes, and then goes by what that yes was for', async () => {
    await answer(true, before)
    await play(0)
    await store.prisma.sample.updateMany({ data: { consentVersion: unaskedVersion } })
    await store.prisma.player.updateMany({
      data: { hasConsented: null, consentVersion: null, consentAnsweredAt: null },
    })
    expect(await exported()).toEqual([])
    expect(await findConsent(store.prisma, ada.id)).toEqual({ hasConsented: null, kept: 1 })
    await answer(true, msIn(1))
    expect(await exported()).toEqual([ada.id])
    expect((await listSamples(store.prisma)).samples[0]?.consentVersion).toBe(consentVersion)
  })
})

test('[C2] consent: a no takes nothing over that 0.5.0 kept without asking', async () => {
  await answer(true, before)
  await play(0)
  await store.prisma.sample.updateMany({ data: { consentVersion: unaskedVersion } })
  await answer(false, msIn(1))
  const samples = await store.prisma.sample.findMany({ select: { consentVersion: true } })
  expect(samples).toEqual([{ consentVersion: unaskedVersion }])
})

test('[C5] consent: a server that collects nothing keeps the round, and no sample', async () => {
  await answer(true, before)
  await createStore(store.prisma, false).saveRound(roundOf(game, 0, [missed()]))
  expect([await store.prisma.drawing.count(), await kept()]).toEqual([1, 0])
})

describe('consent: the drawing that the question is asked with', () => {
  test('is the player’s own last one of that game', async () => {
    const inkTo = (x: number) => {
      const points = [500, x].map((at, step) => ({ x: at, y: at, t: step * 16 }))
      return encodeInk([{ kind: 'draw', atMs: 40, points }])
    }
    await store.saveRound(roundOf(game, 0, [drawingBy([ada], { ink: inkTo(100) })]))
    const others = drawingBy([grace], { canvas: 1, ink: inkTo(300) })
    await store.saveRound(roundOf(game, 1, [drawingBy([ada], { ink: inkTo(200) }), others]))
    expect(await findOwnInk(store.prisma, ada.id, game.id)).toBe(inkTo(200))
    expect(await findOwnInk(store.prisma, ada.id, gameHeader().id)).toBeNull()
  })

  test('is none that could never be kept: shared, by keyboard, empty', async () => {
    const never = [
      drawingBy([ada, grace]),
      drawingBy([ada], { canvas: 1, isByKeyboard: true }),
      drawingBy([ada], { canvas: 2, ink: '', pointCount: 0 }),
    ]
    await store.saveRound(roundOf(game, 0, never))
    expect(await findOwnInk(store.prisma, ada.id, game.id)).toBeNull()
  })
})
