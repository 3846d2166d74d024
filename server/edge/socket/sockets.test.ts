import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { protocolVersion } from '#game/protocol/version'
import { settings } from '#game/settings'
import { guestCookie, sealGuest } from '#server/auth/guest'
import { limits } from '#server/edge/limits'
import { guestNamed, startGameServer, testSecret } from '#server/testing/game-server'
import { openRawLine, type RawLine } from '#server/testing/raw-line'

type Server = Awaited<ReturnType<typeof startGameServer>>
let server: Server

beforeEach(async () => {
  server = await startGameServer()
})
afterEach(() => server.close())

const knock = `40${JSON.stringify({ protocolVersion })}`
const hangUp = '41'

describe.each(['websocket', 'polling'] as const)('by %s', (transport) => {
  async function openLine(): Promise<RawLine> {
    const cookie = `${guestCookie}=${await sealGuest(guestNamed('Eve'), testSecret)}`
    return openRawLine(transport, server.url, cookie)
  }

  test.each([
    ['room:create', {}],
    ['room:quick', {}],
    ['room:daily', {}],
  ])(
    '[R3] who asks for a room by %s and hangs up in the same breath leaves none behind',
    async (name, message) => {
      const line = await openLine()
      line.send(knock)
      await line.hears('40', 1)
      line.send(`420${JSON.stringify([name, message])}`, hangUp)
      await line.arrived()
      line.send(knock)
      await line.hears('40', 2)
      server.clock.advance(settings.seatHoldMs)
      expect(server.app.rooms.count).toBe(0)
    },
  )

  test('hanging up and knocking again on the same line is no fresh start with the limits', async () => {
    await server.close()
    const refusalsPerConnectionPerMinute = 5
    server = await startGameServer({ limits: { ...limits, refusalsPerConnectionPerMinute } })
    const line = await openLine()
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
    const line = await openLine()
    line.send(knock)
    await line.hears('44{"message":"too-often"', 1)
  })

  test('[P5] messages count one by one, also when they come in one packet', async () => {
    await server.close()
    server = await startGameServer({ limits: { ...limits, messagesPerConnectionPerSecond: 5 } })
    const line = await openLine()
    line.send(knock)
    await line.hears('40', 1)
    line.send(...Array.from({ length: 10 }, (_, id) => `42${id}["room:leave",{}]`))
    await line.hears('43', 10)
    await line.hears('436[{"ok":false,"refusal":"too-often"}', 1)
    await line.hears('433[{"ok":false,"refusal":"not-seated"}', 1)
  })

  test('frames that are no messages have a limit too', async () => {
    const line = await openLine()
    line.send(knock)
    await line.hears('40', 1)
    line.send(...Array.from({ length: limits.framesPerConnectionPerSecond }, () => '3'))
    line.send('420["room:leave",{}]')
    expect(await Promise.race([line.closed, line.hears('430', 1)])).toBe('closed')
  })
})
