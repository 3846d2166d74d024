import { afterEach, expect, test } from 'vitest'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import { ghostId, ghostsOf } from '#game/testing/ghosts'
import type { FoundGhosts, QuickPlay } from '#server/rooms/ports'
import { defaultRating } from '#server/store/ratings/rate-game'
import { createMemoryQuickPlay } from '../fakes/memory-quick-play'
import { connectPlayer, guestNamed, startGameServer } from '../game-server'

const found: FoundGhosts = { seed: 7, settings: defaultRoomSettings, race: ghostsOf() }
let server: Awaited<ReturnType<typeof startGameServer>>

async function opens(quickPlay: QuickPlay) {
  server = await startGameServer({ quickPlay })
  return async (name: string) => connectPlayer(server.url, guestNamed(name))
}

afterEach(() => server.close())

test('[R25] alone in quick play somebody races ghosts, and people from the game after that', async () => {
  const quickPlay = createMemoryQuickPlay(found)
  const connect = await opens(quickPlay)
  const ada = await connect('Ada')
  await ada.ask('room:quick', {})
  await ada.sees(({ startsWithGhosts }) => startsWithGhosts)
  server.clock.advance(settings.ghostsAfterMs)
  const { ghosts, phase } = await ada.sees((view) => view.phase.name === 'countdown')
  expect(phase.name).toBe('countdown')
  expect(ghosts?.seats).toMatchObject([{ id: ghostId }])
  expect(quickPlay.searches).toMatchObject([{ kind: 'others', playerId: ada.guest.id }])
  server.clock.advance(settings.countdownMs)
  const { phase: drawing } = await ada.sees((view) => view.phase.name === 'drawing')
  expect('canvases' in drawing && drawing.canvases.map(({ players }) => players)).toEqual([
    [ada.guest.id],
    [ghostId],
  ])
  server.clock.advance(1_000)
  await ada.hears('drawing:locked')
  const ben = await connect('Ben')
  await ben.ask('room:quick', {})
  expect((await ben.sees(() => true)).code).toBe(ada.view.code)
})

test('[R25] ghosts are looked for by who is present, not by a host who is away or watches', async () => {
  const quickPlay = createMemoryQuickPlay(found)
  const connect = await opens(quickPlay)
  const ada = await connect('Ada')
  await ada.ask('room:create', { settings: { ...defaultRoomSettings, isPublic: true } })
  const { code } = await ada.sees(() => true)
  ada.leaveAbruptly()
  const ben = await connect('Ben')
  await ben.ask('room:join', { code, isSpectator: false })
  await ben.sees(({ seats, startsWithGhosts }) => startsWithGhosts && seats.length === 2)
  server.clock.advance(settings.ghostsAfterMs)
  const { ghosts } = await ben.sees(({ phase }) => phase.name === 'countdown')
  expect(ghosts?.seats).toMatchObject([{ id: ghostId }])
  expect(quickPlay.searches.at(-1)).toMatchObject({ kind: 'others', playerId: ben.guest.id })
})

test.each([
  ['there are none', createMemoryQuickPlay()],
  [
    'the database is away',
    { ...createMemoryQuickPlay(), findGhosts: () => Promise.reject(new Error('away')) },
  ],
])('[R25] where %s the room says so, waits on, and may be played alone', async (_, quickPlay) => {
  const connect = await opens(quickPlay)
  const ada = await connect('Ada')
  await ada.ask('room:quick', {})
  await ada.sees(({ startsWithGhosts }) => startsWithGhosts)
  server.clock.advance(settings.ghostsAfterMs)
  const view = await ada.sees(({ isWithoutGhosts }) => isWithoutGhosts)
  expect(view).toMatchObject({ phase: { name: 'lobby' }, startsAt: null, ghosts: null })
  expect(await ada.ask('game:start', {})).toEqual({ ok: true })
  await ada.sees(({ phase }) => phase.name === 'countdown')
})

test('[R26] the own best is raced in a room of one’s own, which begins at once', async () => {
  const quickPlay = createMemoryQuickPlay({ ...found, race: { ...found.race, kind: 'race' } })
  const connect = await opens(quickPlay)
  const ada = await connect('Ada')
  expect(await ada.ask('room:ghosts', { kind: 'race' })).toMatchObject({ ok: true })
  const view = await ada.sees(({ phase }) => phase.name === 'countdown')
  expect(view).toMatchObject({
    settings: { isPublic: false },
    ghosts: { kind: 'race', seats: [{}] },
  })
})

test('[R26] where nothing is stored to race nobody gets a room for it', async () => {
  const connect = await opens(createMemoryQuickPlay())
  const ada = await connect('Ada')
  expect(await ada.ask('room:ghosts', { kind: 'daily' })).toEqual({ ok: false, refusal: 'no-ghosts' })
  expect(server.app.rooms.count).toBe(0)
})

test('[R25] quick play leads to the nearest public room by rating, not to the fullest', async () => {
  const ratings = new Map<string, number>()
  const connect = await opens(createMemoryQuickPlay(null, ratings))
  const isPublic = { ...defaultRoomSettings, isPublic: true }
  const [strong, second, weak, ada] = [
    await connect('S'),
    await connect('T'),
    await connect('W'),
    await connect('Ada'),
  ]
  ratings.set(strong.guest.id, 40).set(second.guest.id, 40).set(weak.guest.id, 24)
  await strong.ask('room:create', { settings: isPublic })
  await second.ask('room:join', { code: (await strong.sees(() => true)).code, isSpectator: false })
  await weak.ask('room:create', { settings: isPublic })
  const { code } = await weak.sees(() => true)
  expect(defaultRating.mu).toBe(settings.usualRating)
  expect(await ada.ask('room:quick', {})).toMatchObject({ ok: true, code })
})
