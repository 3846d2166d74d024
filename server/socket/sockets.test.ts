import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { protocolVersion } from '#game/protocol/version'
import { guestCookie, sealGuest } from '#server/auth/guest'
import { limits } from '#server/limits'
import { guestNamed, startGameServer, testSecret } from '#server/testing/game-server'

type Server = Awaited<ReturnType<typeof startGameServer>>
let server: Server

beforeEach(async () => {
  server = await startGameServer()
})
afterEach(() => server.close())

const knock = `40${JSON.stringify({ protocolVersion })}`
const hangUp = '41'

/** A line on which one can say what no well-behaved browser says. */
async function openRawLine() {
  const cookie = `${guestCookie}=${await sealGuest(guestNamed('Eve'), testSecret)}`
  const url = `${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  const socket = new WebSocket(url, { headers: { cookie } })
  const heard: string[] = []
  const listeners = new Set<() => void>()
  socket.on('message', (data) => {
    heard.push(String(data))
    for (const listener of listeners) listener()
  })
  const closed = new Promise<'closed'>((resolve) => socket.on('close', () => resolve('closed')))
  await new Promise((resolve) => socket.on('open', resolve))

  /** Resolves once so many frames that begin so have come. */
  function hears(beginning: string, count: number): Promise<'heard'> {
    return new Promise((resolve) => {
      const listener = () => {
        if (heard.filter((frame) => frame.startsWith(beginning)).length < count) return
        listeners.delete(listener)
        resolve('heard')
      }
      listeners.add(listener)
      listener()
    })
  }
  return {
    closed,
    hears,
    /** Resolves when the server has got all that was sent. */
    arrived() {
      const answered = new Promise((resolve) => socket.once('pong', resolve))
      socket.ping()
      return Promise.race([answered, closed])
    },
    /** All in one packet of the network. */
    send(...frames: readonly string[]) {
      const { _socket: wire } = socket as unknown as { _socket: { cork(): void; uncork(): void } }
      wire.cork()
      for (const frame of frames) socket.send(frame)
      wire.uncork()
    },
  }
}

test.each([
  ['room:create', {}],
  ['room:quick', {}],
  ['room:daily', {}],
])(
  '[R3] who asks for a room by %s and hangs up in the same breath leaves none behind',
  async (name, message) => {
    const line = await openRawLine()
    line.send(knock)
    await line.hears('40', 1)
    line.send(`420${JSON.stringify([name, message])}`, hangUp)
    await line.arrived()
    line.send(knock)
    await line.hears('40', 2)
    expect(server.app.rooms.count).toBe(0)
  },
)

test('hanging up and knocking again on the same line is no fresh start with the limits', async () => {
  await server.close()
  const refusalsPerConnectionPerMinute = 5
  server = await startGameServer({ limits: { ...limits, refusalsPerConnectionPerMinute } })
  const line = await openRawLine()
  for (let visit = 1; visit <= refusalsPerConnectionPerMinute; visit++) {
    line.send(knock)
    await line.hears('40', visit)
    line.send('420["cheat:win",{}]')
    await line.hears('430', visit)
    line.send(hangUp)
    await line.arrived()
  }
  line.send(knock)
  await line.hears('40', refusalsPerConnectionPerMinute + 1)
  line.send('421["cheat:win",{}]', '42["room:resync",{}]')
  expect(await line.closed).toBe('closed')
})

test('a knock counts as a message, so that nobody knocks as often as they like', async () => {
  await server.close()
  server = await startGameServer({ limits: { ...limits, messagesPerConnectionPerSecond: 0 } })
  const line = await openRawLine()
  line.send(knock)
  await line.hears('44{"message":"too-often"', 1)
})
