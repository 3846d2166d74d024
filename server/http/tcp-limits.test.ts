import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { Components } from '#server/app'
import { limits } from '#server/limits'
import { startGameServer } from '#server/testing/game-server'
import { parseTrustProxy } from './trust-proxy'

let server: Awaited<ReturnType<typeof startGameServer>>
let sockets: Socket[]
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await server.close()
})

async function start(overrides: Partial<Components>): Promise<void> {
  sockets = []
  server = await startGameServer(overrides)
}

const healthQuestion = 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'

/** @returns whether the server keeps a connection from there: it answers on it, or cuts it */
async function isKept(localAddress = '127.0.0.1'): Promise<boolean> {
  const socket = connect({ port: Number(new URL(server.url).port), host: '127.0.0.1', localAddress })
  sockets.push(socket.on('error', () => {}))
  socket.write(healthQuestion)
  const [answer] = await Promise.race([once(socket, 'data'), once(socket, 'close').then(() => [])]).catch(
    () => [],
  )
  return answer !== undefined
}

test('[P8] TCP: an address has so many connections, one that is closed makes room, and others have their own', async () => {
  await start({ limits: { ...limits, tcpPerAddress: 1 } })
  expect([await isKept(), await isKept()]).toEqual([true, false])
  expect(await isKept('127.0.0.2')).toBe(true)
  const closed = sockets[0] as Socket
  closed.end()
  await once(closed, 'close')
  expect(await isKept()).toBe(true)
})

test('[P8] TCP: silent connections count like all others', async () => {
  await start({ limits: { ...limits, tcpPerAddress: 2 } })
  for (let opened = 0; opened < 2; opened++) {
    const silent = connect(Number(new URL(server.url).port), '127.0.0.1')
    sockets.push(silent)
    await once(silent, 'connect')
  }
  expect(await isKept()).toBe(false)
})

test('[P8] TCP: a trusted proxy stands for many, and has no limit of its own', async () => {
  await start({ limits: { ...limits, tcpPerAddress: 1 }, trustProxy: parseTrustProxy('loopback') })
  expect([await isKept(), await isKept(), await isKept()]).toEqual([true, true, true])
})

test('[P8] TCP: an address opens so many in a second', async () => {
  await start({ limits: { ...limits, tcpOpensPerAddressPerSecond: 0 } })
  expect(await isKept()).toBe(false)
})

test('[P8] TCP: the server has so many in all, whoever opens them', async () => {
  await start({ limits: { ...limits, tcpOfAll: 2 } })
  expect([await isKept('127.0.0.2'), await isKept('127.0.0.3'), await isKept('127.0.0.4')]).toEqual([
    true,
    true,
    false,
  ])
})

test.each([
  ['of the server', healthQuestion],
  ['of polling', 'GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'],
])(
  '[P8] TCP: a connection on which far too much %s is asked at once is cut, and none is opened after too many of those',
  async (_, question) => {
    await start({ limits: { ...limits, requestsPerTcpPerSecond: 5, floodsPerAddressPerMinute: 2 } })
    for (let flood = 0; flood < 2; flood++) {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
      sockets.push(socket.on('error', () => {}).resume())
      const closed = once(socket, 'close')
      socket.write(question.repeat(50))
      await closed
    }
    expect(await isKept()).toBe(false)
    expect(await isKept('127.0.0.2')).toBe(true)
  },
)
