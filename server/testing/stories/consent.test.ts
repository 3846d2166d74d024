import { sealData } from 'iron-session'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { protocolVersion } from '#game/protocol/version'
import { settings } from '#game/settings'
import { unsealGuest } from '#server/auth/guest'
import { connectPlayer, guestNamed, startGameServer, testSecret } from '#server/testing/game-server'

let server: Awaited<ReturnType<typeof startGameServer>>
beforeEach(async () => {
  server = await startGameServer()
})
afterEach(() => server.close())

const forged = { hasConsented: true }
const line = [100, 500].map((x, step) => ({ x, y: 100, t: step * 16 }))
const inkText = encodeInk([{ kind: 'draw', atMs: 0, points: line }])

test('[C1] consent: one in a handshake or a message is ignored, and in no record', async () => {
  const ann = await connectPlayer(server.url, guestNamed('Ann'), { protocolVersion, ...forged })
  const unheard = { ok: false, refusal: 'bad-message' }
  const room = { settings: { ...defaultRoomSettings, rounds: 1 } }
  expect(await ann.ask('room:create', { ...room, ...forged } as typeof room)).toEqual(unheard)
  expect(await ann.ask('room:create', room)).toMatchObject({ ok: true })
  await ann.ask('game:start', {})
  server.clock.advance(settings.countdownMs)
  await ann.sees(({ phase }) => phase.name === 'drawing')
  const ink = { round: 0, drawing: 0, from: 0, inkText }
  expect(await ann.ask('ink:add', { ...ink, ...forged } as typeof ink)).toEqual(unheard)
  expect(await ann.ask('ink:add', ink)).toMatchObject({ ok: true })
  ann.leaveAbruptly()
  server.clock.advance(60_000)
  await expect.poll(() => server.rounds).toHaveLength(1)
  expect(server.rounds[0]?.drawings[0]?.ink).not.toBe('')
  expect(JSON.stringify([server.rounds, server.games])).not.toMatch(/onsent/)
})

test('[C1] consent: a cookie of 0.5.0 is still valid, and the consent in it is dropped', async () => {
  const ann = guestNamed('Ann')
  const seal = await sealData({ ...ann, ...forged }, { password: testSecret })
  expect(await unsealGuest(seal, testSecret)).toEqual(ann)
})
