import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { protocolVersion } from '#game/protocol/version'
import { guestCookie, sealGuest } from '#server/auth/guest'
import { type Limits, limits } from '#server/edge/limits'
import {
  connectPlayer,
  guestNamed,
  startGameServer,
  type TestPlayer,
  testSecret,
} from '#server/testing/game-server'

type Server = Awaited<ReturnType<typeof startGameServer>>
let server: Server
let ann: TestPlayer
let slow: WebSocket
let frames: string[]
afterEach(async () => {
  slow.terminate()
  await server.close()
})

/** Views of a room, more of them than two kernels take for a reader that is slow. */
const manyViews = 4_000
const plenty = 1_000_000
const unlimited = {
  ...{ messagesPerConnectionPerSecond: plenty, messagesPerConnectionPerMinute: plenty },
  ...{ commandsPerConnectionPerSecond: plenty, framesPerConnectionPerSecond: plenty },
  bytesPerConnectionPerSecond: plenty,
}

/** Ann in a full room, whose views are long, with a slow client beside her that is on a real socket. */
async function seatBoth(changed: Partial<Limits>): Promise<void> {
  server = await startGameServer({ limits: { ...limits, ...unlimited, ...changed } })
  ann = await connectPlayer(server.url, guestNamed('Ann'))
  await ann.ask('room:create', {})
  const { code } = await ann.sees(({ seats }) => seats.length === 1)
  for (let place = 0; place < 10; place++) {
    const { id: playerId, ...guest } = guestNamed(`Player ${place}`)
    const network = `network ${place}`
    server.app.rooms
      .find(code)
      ?.submit({ type: 'player:join', playerId, ...guest, isSpectator: false, network })
  }
  const cookie = `${guestCookie}=${await sealGuest(guestNamed('Eve'), testSecret)}`
  const url = `${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  slow = new WebSocket(url, { headers: { cookie } })
  frames = []
  slow.on('error', () => {}).on('message', (data) => frames.push(String(data)))
  await once(slow, 'open')
  slow.send(`40${JSON.stringify({ protocolVersion })}`)
  while (!frames.some((frame) => frame.startsWith('40'))) await once(slow, 'message')
  slow.send(`42${JSON.stringify(['room:join', { code, isSpectator: false }])}`)
  await ann.sees(({ seats }) => seats.length === 12)
}

/** The slow client asks for one view after the other and reads none. Resolves when the server has dealt with all it asked. */
async function stopReading(): Promise<void> {
  slow.pause()
  const last = once(ann.socket as unknown as NodeJS.EventEmitter, 'emote:sent')
  for (let asked = 0; asked < manyViews; asked++) slow.send('42["room:resync",{}]')
  slow.send('42["emote:send",{"emote":"wow"}]')
  await last
}

const isGone = () => ann.view.seats.some(({ isConnected }) => !isConnected)

async function terminations(): Promise<string | undefined> {
  const text = await (await fetch(`${server.url}/metrics`)).text()
  return /^dash_terminations_total\{reason="behind"\} (\d+)$/m.exec(text)?.[1]
}

test('[P8] slow client: one that reads nothing has time to catch up, and is dropped after it', async () => {
  await seatBoth({ behindBytes: 1_000, caughtUpBytes: 100 })
  await stopReading()
  server.clock.advance(limits.lostAfterMs)
  expect(await ann.ask('room:resync', {})).toEqual({ ok: true })
  expect([isGone(), await terminations()]).toEqual([false, undefined])
  server.clock.advance(limits.lagProbeMs)
  await ann.sees(({ seats }) => seats.some(({ isConnected }) => !isConnected))
  expect(await terminations()).toBe('1')
})

test('[P8] slow client: one that is too far behind is dropped at once', async () => {
  await seatBoth({ behindBytes: 1_000, caughtUpBytes: 100, lostBytes: 1_000 })
  await stopReading()
  server.clock.advance(limits.lagProbeMs)
  await ann.sees(({ seats }) => seats.some(({ isConnected }) => !isConnected))
  expect(await terminations()).toBe('1')
})

test('slow client: while it is behind it gets no broadcast and no view, and one fresh view once it has caught up', async () => {
  await seatBoth({ behindBytes: 1_000, caughtUpBytes: 100 })
  await stopReading()
  await ann.ask('emote:send', { emote: 'laugh' })
  expect(await ann.ask('settings:change', { settings: { ...ann.view.settings, rounds: 9 } })).toEqual({
    ok: true,
  })
  const isFresh = (frame: string) => /^42\["room:view".*"rounds":9/.test(frame)
  const caughtUp = new Promise<void>((resolve) => {
    slow.on('message', (data) => isFresh(String(data)) && resolve())
  })
  slow.resume()
  await caughtUp
  expect(frames.length).toBeLessThan(manyViews)
  expect(frames.filter((frame) => frame.includes('"laugh"'))).toEqual([])
  expect(frames.filter(isFresh)).toHaveLength(1)
  // From then on it is a client like any other.
  const heard = once(slow, 'message')
  await ann.ask('emote:send', { emote: 'heart' })
  expect(String((await heard)[0])).toContain('heart')
  server.clock.advance(limits.lostAfterMs + limits.lagProbeMs)
  expect(await terminations()).toBeUndefined()
})
