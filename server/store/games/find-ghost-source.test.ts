import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { GameHeader, Standing } from '#game/records/record'
import { findGhostSource } from '#server/store/games/find-ghost-source'
import { erasePlayer } from '#server/store/players/erase-player'
import { drawingBy, gameHeader, playerNamed, standingOf } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const { settings } = gameHeader()
const racer = playerNamed('Ada')

/** A stored game, and a race against it as a ghost. */
async function race(header: Partial<GameHeader> = {}, standing: Partial<Standing> = {}) {
  const [source, drawer] = [gameHeader(header), playerNamed('Grace')]
  await store.play(source, [[drawingBy([drawer])]], [standingOf(drawer, 900, standing)])
  const game = gameHeader({ ghosts: source.id })
  await store.play(game, [[drawingBy([racer])]], [standingOf(racer, 900)])
  const leadsTo = (viewer: string | null) => findGhostSource(store.prisma, game.id, viewer)
  return { source: source.id, game: game.id, drawer, leadsTo }
}

const forFun = { settings: { ...settings, digits: [1, 2] } }

test('[R32] ghosts: a race leads to their game, as boards do', async () => {
  const { source, leadsTo } = await race()
  for (const viewer of [null, racer.id, randomUUID()]) expect(await leadsTo(viewer)).toBe(source)
})

test('[R32] ghosts: to a game that is on no board, or held, a race leads only those who played in it', async () => {
  for (const one of [await race(forFun), await race({}, { heldFor: ['too-soon'] })]) {
    for (const viewer of [null, racer.id]) expect(await one.leadsTo(viewer)).toBeNull()
    expect(await one.leadsTo(one.drawer.id)).toBe(one.source)
  }
})

test('[R32] ghosts: without ghosts, and to a game that was erased, nobody is led', async () => {
  const { source, drawer, leadsTo } = await race()
  expect(await findGhostSource(store.prisma, source, racer.id)).toBeNull()
  await erasePlayer(store.prisma, drawer.id)
  expect(await leadsTo(null)).toBeNull()
})
