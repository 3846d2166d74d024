import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import { connectPlayer, guestNamed, startGameServer, type TestPlayer } from '#server/testing/game-server'

let server: Awaited<ReturnType<typeof startGameServer>>

beforeEach(async () => {
  server = await startGameServer()
})
afterEach(() => server.close())

async function atTheResults(): Promise<[TestPlayer, TestPlayer]> {
  const ann = await connectPlayer(server.url, guestNamed('Ann'))
  await ann.ask('room:create', { settings: { ...defaultRoomSettings, rounds: 1, roundSeconds: 5 } })
  const { code } = await ann.sees(({ seats }) => seats.length === 1)
  const ben = await connectPlayer(server.url, guestNamed('Ben'))
  await ben.ask('room:join', { code, isSpectator: false })
  await ann.ask('game:start', {})
  await ben.sees(({ phase }) => phase.name === 'countdown')
  server.clock.advance(settings.countdownMs)
  await ben.sees(({ phase }) => phase.name === 'drawing')
  server.clock.advance(5_000 + settings.maxLagCreditMs)
  for (const each of [ann, ben]) await each.sees(({ phase }) => phase.name === 'reveal')
  return [ann, ben]
}

test('[R19] [R20] pace: both are ready and see the podium at once; both ask, and a rematch begins without the host’s start', async () => {
  const [ann, ben] = await atTheResults()
  server.clock.advance(settings.leastRevealMs)
  const told = new Promise((resolve) => ben.socket.once('ready:said', resolve))
  expect(await ann.ask('round:ready', { round: 0 })).toEqual({ ok: true })
  expect(await told).toEqual({ playerId: ann.guest.id, round: 0 })
  expect(await ben.ask('round:ready', { round: 0 })).toEqual({ ok: true })
  const { phase } = await ann.sees(({ phase }) => phase.name === 'finished')
  if (phase.name !== 'finished') throw new Error(phase.name)
  expect(await ben.ask('rematch:ask', {})).toEqual({ ok: true })
  await ann.sees((view) => view.phase.name === 'finished' && view.phase.rematch.length === 1)
  expect(await ann.ask('rematch:ask', {})).toEqual({ ok: true })
  await ben.sees((view) => view.phase.name === 'countdown')
})

test('[P1] pace: ready says for which round, and nothing else', async () => {
  const [ann] = await atTheResults()
  const refused = { ok: false, refusal: 'bad-message' }
  for (const message of [{}, { round: -1 }, { round: settings.maxRounds }, { round: 0, all: true }])
    expect(await ann.ask('round:ready', message as { round: number })).toEqual(refused)
})
