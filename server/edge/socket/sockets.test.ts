import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { protocolVersion } from '#game/protocol/version'
import { settings } from '#game/settings'
import { guestCookie, sealGuest } from '#server/auth/guest'
import { limits } from '#server/edge/limits'
import { guestNamed, startGameServer, testSecret } from '#server/testing/game-server'
import { openRawClient, type RawClient } from '#server/testing/raw-client'

type Server = Awaited<ReturnType<typeof startGameServer>>
let server: Server

beforeEach(async () => {
  server = await startGameServer()
})
afterEach(() => server.close())

const knock = `40${JSON.stringify({ protocolVersion })}`
const hangUp = '41'

describe.each(['websocket', 'polling'] as const)('by %s', (transport) => {
  async function openLine(): Promise<RawClient> {
    const cookie = `${guestCookie}=${await sealGuest(guestNamed('Eve'), testSecret)}`
    return openRawClient(transport, server.url, cookie)
  }

  test.each([
    ['room:create', {}],
    ['room:quick', {}],
    ['room:daily', {}],
  ])('[R3] %s: a disconnect right after it leaves no room behind', async (name, message) => {
    const line = await openLine()
    line.send(knock)
    await line.hears('40', 1)
    line.send(`420${JSON.stringify([name, message])}`, hangUp)
    await line.arrived()
    line.send(knock)
    await line.hears('40', 2)
    server.clock.advance(settings.seatHoldMs)
    expect(server.app.rooms.count).toBe(0)
  })

  test('limits: disconnecting and reconnecting on one transport does not reset them', async () => {
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

  test('limits: connecting a socket counts as a message', async () => {
    await server.close()
    server = await startGameServer({ limits: { ...limits, messagesPerConnectionPerSecond: 0 } })
    const line = await openLine()
    line.send(knock)
    await line.hears('44{"message":"too-often"', 1)
  })

  test('[P5] rate limit: messages in one packet count one by one', async () => {
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

  test('limits: frames that are no messages count as well', async () => {
    const line = await openLine()
    line.send(knock)
    await line.hears('40', 1)
    line.send(...Array.from({ length: limits.framesPerConnectionPerSecond }, () => '3'))
    line.send('420["room:leave",{}]')
    expect(await Promise.race([line.closed, line.hears('430', 1)])).toBe('closed')
  })
})
