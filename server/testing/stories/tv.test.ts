import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { roomView } from '#game/protocol/server-messages'
import { protocolVersion } from '#game/protocol/version'
import { settings } from '#game/settings'
import { connectPlayer, guestNamed, startGameServer, type TestPlayer } from '#server/testing/game-server'

type Server = Awaited<ReturnType<typeof startGameServer>>
let server: Server
let host: TestPlayer

beforeEach(async () => {
  server = await startGameServer()
  host = await connectPlayer(server.url, guestNamed('Ann'))
  await host.ask('room:create', { settings: { ...defaultRoomSettings, isLocked: true } })
  await host.sees(({ seats }) => seats.length === 1)
})
afterEach(() => server.close())

const plugIn = () => connectPlayer(server.url, null, { protocolVersion, isTv: true })

test('[V3] TV: it shows a locked room and follows it, without a seat in it', async () => {
  const tv = await plugIn()
  expect(await tv.ask('room:watch', { code: host.view.code })).toEqual({ ok: true, code: host.view.code })
  await host.ask('game:start', {})
  const view = roomView.parse(await tv.sees(({ phase }) => phase.name === 'countdown'))
  expect(view.seats.map(({ name }) => name)).toEqual(['Ann'])
})

test('[V2] TV: it is sent the very view that players and spectators are sent', async () => {
  const tv = await plugIn()
  const { code } = host.view
  const watcher = await connectPlayer(server.url, guestNamed('Eve'))
  await tv.ask('room:watch', { code })
  await host.ask('settings:change', { settings: { ...defaultRoomSettings, isLocked: false } })
  expect(await watcher.ask('room:join', { code, isSpectator: true })).toMatchObject({ you: watcher.guest.id })
  await host.ask('game:start', {})
  const views = [tv, host, watcher].map((each) => each.sees(({ phase }) => phase.name === 'countdown'))
  const [ofTv, ofHost, ofWatcher] = await Promise.all(views)
  expect(ofTv).toEqual(ofHost)
  expect(ofWatcher).toEqual(ofHost)
})

test('[V3] TV: every command is refused', async () => {
  const tv = await plugIn()
  const { code } = host.view
  await tv.ask('room:watch', { code })
  const seatless = { ok: false, refusal: 'not-seated' }
  expect(await tv.ask('game:start', {})).toEqual(seatless)
  expect(await tv.ask('room:join', { code, isSpectator: true })).toEqual(seatless)
  expect(await tv.ask('room:create', {})).toEqual(seatless)
  expect(await tv.ask('emote:send', { emote: 'wow' })).toEqual(seatless)
})

test('[V3] TV: several show one room, up to a limit, and none keeps it open', async () => {
  const tvs: TestPlayer[] = []
  for (let count = 0; count < settings.maxTvs; count++) tvs.push(await plugIn())
  const { code } = host.view
  for (const tv of tvs) expect(await tv.ask('room:watch', { code })).toMatchObject({ ok: true })
  const full = { ok: false, refusal: 'enough-tvs' }
  expect(await (await plugIn()).ask('room:watch', { code })).toEqual(full)
  const goodbyes = tvs.map(
    ({ socket }) => new Promise((resolve) => socket.on('seat:removed', ({ reason }) => resolve(reason))),
  )
  await host.ask('room:leave', {})
  expect(await Promise.all(goodbyes)).toEqual(tvs.map(() => 'closed'))
  expect(server.app.rooms.count).toBe(0)
})

test('TV: a wrong code is refused, and a player cannot watch like a TV', async () => {
  const tv = await plugIn()
  expect(await tv.ask('room:watch', { code: '00000' })).toEqual({ ok: false, refusal: 'no-such-room' })
  expect(await host.ask('room:watch', { code: host.view.code })).toEqual({ ok: false, refusal: 'not-now' })
})

test('[R13] TV: a game of the daily challenge is refused as no-such-room, to spectators too', async () => {
  await host.ask('room:daily', {})
  const { code } = await host.sees(({ isDaily }) => isDaily)
  const tv = await plugIn()
  expect(await tv.ask('room:watch', { code })).toEqual({ ok: false, refusal: 'no-such-room' })
  const watcher = await connectPlayer(server.url, guestNamed('Eve'))
  expect(await watcher.ask('room:join', { code, isSpectator: true })).toMatchObject({ ok: false })
})
