import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { protocolVersion } from '#game/protocol/version'
import { settings } from '#game/settings'
import { guestCookie, sealGuest } from '#server/auth/guest'
import { limits } from '#server/edge/limits'
import type { ModerationStatus } from '#server/rooms/ports'
import {
  connectPlayer,
  guestNamed,
  startGameServer,
  type TestPlayer,
  testSecret,
} from '#server/testing/game-server'
import { openRawClient, type RawClient } from '#server/testing/raw-client'

type Server = Awaited<ReturnType<typeof startGameServer>>
let server: Server
/** As long as it is set, the database answers nobody. */
let isWaiting: boolean
let answers: (() => void)[]
let asked: (() => void)[]

beforeEach(async () => {
  isWaiting = false
  answers = []
  asked = []
  const findStatus = () =>
    new Promise<ModerationStatus | null>((resolve) => {
      if (!isWaiting) return resolve(null)
      answers.push(() => resolve(null))
      for (const tell of asked.splice(0)) tell()
    })
  server = await startGameServer({
    limits: { ...limits, goodbyeMs: 10 },
    moderation: { findStatus, saveReport: async () => {} },
  })
})
afterEach(() => server.close())

async function hostOf(name: string): Promise<TestPlayer> {
  const host = await connectPlayer(server.url, guestNamed(name))
  expect(await host.ask('room:create', {})).toMatchObject({ ok: true })
  await host.sees(({ seats }) => seats.length === 1)
  return host
}

async function guestIn(host: TestPlayer, name: string): Promise<TestPlayer> {
  const guest = await connectPlayer(server.url, guestNamed(name))
  const { code } = host.view
  expect(await guest.ask('room:join', { code, isSpectator: false })).toMatchObject({ ok: true })
  await host.sees(({ seats }) => seats.some((seat) => seat.name === name))
  return guest
}

const namesIn = ({ view }: TestPlayer) => view.seats.map(({ name }) => name)

describe('switching rooms on one connection', () => {
  test('[R3] the seat in the old room is given up, not held, and the connection speaks in the new one alone', async () => {
    const [ann, ben] = [await hostOf('Ann'), await hostOf('Ben')]
    const cem = await guestIn(ann, 'Cem')
    expect(await cem.ask('room:join', { code: ben.view.code, isSpectator: false })).toMatchObject({
      ok: true,
    })
    await ann.sees(({ seats }) => seats.length === 1)
    expect(namesIn(ann)).toEqual(['Ann'])
    await ben.sees(({ seats }) => seats.length === 2)
    const heard: string[] = []
    cem.socket.on('emote:sent', ({ playerId }) => heard.push(playerId))
    expect(await ann.ask('emote:send', { emote: 'wow' })).toEqual({ ok: true })
    expect(await ben.ask('emote:send', { emote: 'wow' })).toEqual({ ok: true })
    expect(await cem.ask('room:resync', {})).toEqual({ ok: true })
    expect(heard).toEqual([ben.guest.id])
    cem.leaveAbruptly()
    await ben.sees(({ seats }) => seats.some(({ isConnected }) => !isConnected))
    expect(namesIn(ann)).toEqual(['Ann'])
  })

  test('[R3] a room whose only player has gone on to another one is closed', async () => {
    const ann = await hostOf('Ann')
    const { code } = ann.view
    expect(await ann.ask('room:create', {})).toMatchObject({ ok: true })
    await ann.sees((view) => view.code !== code)
    expect([...server.app.rooms.all()].map((room) => room.code)).toEqual([ann.view.code])
  })

  test('who is refused by the new room keeps the seat in the old one', async () => {
    const ann = await hostOf('Ann')
    const ben = await guestIn(ann, 'Ben')
    expect(await ben.ask('room:join', { code: 'XXXXX', isSpectator: false })).toMatchObject({ ok: false })
    expect(await ben.ask('emote:send', { emote: 'wow' })).toEqual({ ok: true })
    expect(await ann.ask('room:resync', {})).toEqual({ ok: true })
    expect(namesIn(ann)).toEqual(['Ann', 'Ben'])
  })

  test('who leaves and goes on with the same connection has no seat, and may take another', async () => {
    const ann = await hostOf('Ann')
    const ben = await guestIn(ann, 'Ben')
    expect(await ben.ask('room:leave', {})).toEqual({ ok: true })
    await ann.sees(({ seats }) => seats.length === 1)
    for (const message of ['room:leave', 'room:resync', 'game:start'] as const)
      expect(await ben.ask(message, {})).toEqual({ ok: false, refusal: 'not-seated' })
    expect(await ben.ask('room:create', {})).toMatchObject({ ok: true })
  })

  test('who is sent away hears it on a connection that stays, and hears nothing more of the room', async () => {
    const ann = await hostOf('Ann')
    const ben = await guestIn(ann, 'Ben')
    const removed = new Promise((resolve) => ben.socket.on('seat:removed', resolve))
    let heard = 0
    ben.socket.on('emote:sent', () => heard++)
    expect(await ann.ask('player:kick', { playerId: ben.guest.id })).toEqual({ ok: true })
    expect(await removed).toEqual({ reason: 'kicked' })
    expect(await ann.ask('emote:send', { emote: 'wow' })).toEqual({ ok: true })
    expect(await ben.ask('room:resync', {})).toEqual({ ok: false, refusal: 'not-seated' })
    expect(heard).toBe(0)
  })
})

describe.each(['websocket', 'polling'] as const)('hanging up while the server waits, by %s', (transport) => {
  async function enter(): Promise<RawClient> {
    const cookie = `${guestCookie}=${await sealGuest(guestNamed('Eve'), testSecret)}`
    const client = await openRawClient(transport, server.url, cookie)
    client.send(`40${JSON.stringify({ protocolVersion })}`)
    await client.hears('40', 1)
    return client
  }

  /** Asks for something, hangs up while the server waits for the database, and lets that answer. */
  async function hangUpDuring(client: RawClient, message: string): Promise<void> {
    isWaiting = true
    const isAsked = new Promise<void>((resolve) => asked.push(resolve))
    client.send(`420${message}`)
    await isAsked
    client.send('41')
    await client.arrived()
    isWaiting = false
    for (const answer of answers.splice(0)) answer()
    // Whatever goes on after the answer has gone on when somebody else has been answered.
    const witness = await connectPlayer(server.url, guestNamed('Witness'))
    expect(await witness.ask('room:join', { code: 'XXXXX', isSpectator: false })).toMatchObject({ ok: false })
    witness.socket.disconnect()
  }

  test('[R3] a code: nobody is seated who has gone, and the room stays with who is in it', async () => {
    const ann = await hostOf('Ann')
    const { code } = ann.view
    await hangUpDuring(await enter(), JSON.stringify(['room:join', { code, isSpectator: false }]))
    expect(await ann.ask('room:resync', {})).toEqual({ ok: true })
    expect(namesIn(ann)).toEqual(['Ann'])
  })

  test('[R3] quick play: nobody who has gone is seated in the room of somebody else', async () => {
    const ann = await hostOf('Ann')
    const settings = { ...ann.view.settings, isPublic: true }
    expect(await ann.ask('settings:change', { settings })).toEqual({ ok: true })
    await hangUpDuring(await enter(), '["room:quick",{}]')
    expect(await ann.ask('room:resync', {})).toEqual({ ok: true })
    expect(namesIn(ann)).toEqual(['Ann'])
  })

  test.each([
    ['quick play', '["room:quick",{}]'],
    [
      'a public room',
      JSON.stringify(['room:create', { settings: { ...defaultRoomSettings, isPublic: true } }]),
    ],
  ])('[R3] %s: no room is left behind', async (_, message) => {
    const client = await enter()
    await hangUpDuring(client, message)
    server.clock.advance(settings.seatHoldMs)
    expect(server.app.rooms.count).toBe(0)
  })

  test('[R3] who joins, hangs up and joins again on the same connection has one seat, and it is a present one', async () => {
    const ann = await hostOf('Ann')
    const client = await enter()
    const join = JSON.stringify(['room:join', { code: ann.view.code, isSpectator: false }])
    client.send(`420${join}`, '41')
    await client.arrived()
    client.send(`40${JSON.stringify({ protocolVersion })}`)
    await client.hears('40', 2)
    client.send(`421${join}`)
    await client.hears('431[{"ok":true', 1)
    await ann.sees(({ seats }) => seats.length === 2 && seats.every(({ isConnected }) => isConnected))
  })
})

test('[P8] resync: one that is asked too often is refused without a view, and answered with one a second later', async () => {
  await server.close()
  server = await startGameServer({ limits: { ...limits, commandsPerConnectionPerSecond: 1 } })
  const ann = await hostOf('Ann')
  let views = 0
  ann.socket.on('room:view', () => views++)
  expect(await ann.ask('room:resync', {})).toEqual({ ok: false, refusal: 'too-often' })
  expect(views).toBe(0)
  server.clock.advance(1_000)
  expect(await ann.ask('room:resync', {})).toEqual({ ok: true })
  expect(views).toBe(1)
})
