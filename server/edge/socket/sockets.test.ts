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

const connectPacket = `40${JSON.stringify({ protocolVersion })}`
const hangUp = '41'

describe.each(['websocket', 'polling'] as const)('by %s', (transport) => {
  async function openClient(): Promise<RawClient> {
    const cookie = `${guestCookie}=${await sealGuest(guestNamed('Eve'), testSecret)}`
    return openRawClient(transport, server.url, cookie)
  }

  test.each([
    ['room:create', {}],
    ['room:quick', {}],
    ['room:daily', {}],
  ])('[R3] %s: a disconnect right after it leaves no room behind', async (name, message) => {
    const client = await openClient()
    client.send(connectPacket)
    await client.hears('40', 1)
    client.send(`420${JSON.stringify([name, message])}`, hangUp)
    await client.arrived()
    client.send(connectPacket)
    await client.hears('40', 2)
    server.clock.advance(settings.seatHoldMs)
    expect(server.app.rooms.count).toBe(0)
  })

  test('limits: disconnecting and reconnecting on one transport does not reset them', async () => {
    await server.close()
    const refusalsPerConnectionPerMinute = 5
    server = await startGameServer({ limits: { ...limits, refusalsPerConnectionPerMinute } })
    const client = await openClient()
    for (let visit = 1; visit <= refusalsPerConnectionPerMinute; visit++) {
      client.send(connectPacket)
      await client.hears('40', visit)
      client.send('420["cheat:win",{}]')
      await client.hears('430', visit)
      client.send(hangUp)
      await client.arrived()
    }
    client.send(connectPacket)
    await client.hears('40', refusalsPerConnectionPerMinute + 1)
    client.send('421["cheat:win",{}]', '42["room:resync",{}]')
    expect(await client.closed).toBe('closed')
  })

  test('limits: connecting a socket counts as a message', async () => {
    await server.close()
    server = await startGameServer({ limits: { ...limits, messagesPerConnectionPerSecond: 0 } })
    const client = await openClient()
    client.send(connectPacket)
    await client.hears('44{"message":"too-often"', 1)
  })

  test('[P5] rate limit: messages in one packet count one by one', async () => {
    await server.close()
    server = await startGameServer({ limits: { ...limits, messagesPerConnectionPerSecond: 5 } })
    const client = await openClient()
    client.send(connectPacket)
    await client.hears('40', 1)
    client.send(...Array.from({ length: 10 }, (_, id) => `42${id}["room:leave",{}]`))
    await client.hears('43', 10)
    await client.hears('436[{"ok":false,"refusal":"too-often"}', 1)
    await client.hears('433[{"ok":false,"refusal":"not-seated"}', 1)
  })

  test('limits: frames that are no messages count as well', async () => {
    const client = await openClient()
    client.send(connectPacket)
    await client.hears('40', 1)
    client.send(...Array.from({ length: limits.framesPerConnectionPerSecond }, () => '3'))
    client.send('420["room:leave",{}]')
    expect(await Promise.race([client.closed, client.hears('430', 1)])).toBe('closed')
  })
})
