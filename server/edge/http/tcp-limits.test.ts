import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { Components } from '#server/app'
import { limits } from '#server/edge/limits'
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

/** Whether this machine can speak from there. */
function hasAddress(address: string): Promise<boolean> {
  const listener = createServer()
  return new Promise((resolve) => {
    listener.once('error', () => resolve(false))
    listener.listen(0, address, () => listener.close(() => resolve(true)))
  })
}

const healthQuestion = 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'

/** @returns whether the server keeps a connection from there: it answers on it, or cuts it */
async function isKept(localAddress = '127.0.0.1', question = healthQuestion): Promise<boolean> {
  const socket = connect({ port: Number(new URL(server.url).port), host: '127.0.0.1', localAddress })
  sockets.push(socket.on('error', () => {}))
  socket.write(question)
  const [answer] = await Promise.race([once(socket, 'data'), once(socket, 'close').then(() => [])]).catch(
    () => [],
  )
  return answer !== undefined
}

test('[P8] TCP limit: an address over its open connections is refused, and one that closes makes room', async () => {
  await start({ limits: { ...limits, tcpPerAddress: 1 } })
  expect([await isKept(), await isKept()]).toEqual([true, false])
  const closed = sockets[0] as Socket
  closed.end()
  await once(closed, 'close')
  expect(await isKept()).toBe(true)
})

// macOS gives itself 127.0.0.1 alone, so nobody can connect from anywhere else there.
test.skipIf(!(await hasAddress('127.0.0.2')))('[P8] TCP limit: each address has its own count', async () => {
  await start({ limits: { ...limits, tcpPerAddress: 1 } })
  expect([await isKept(), await isKept()]).toEqual([true, false])
  expect(await isKept('127.0.0.2')).toBe(true)
})

test('[P8] TCP limit: silent connections count like all others', async () => {
  await start({ limits: { ...limits, tcpPerAddress: 2 } })
  for (let opened = 0; opened < 2; opened++) {
    const silent = connect(Number(new URL(server.url).port), '127.0.0.1')
    sockets.push(silent)
    await once(silent, 'connect')
  }
  expect(await isKept()).toBe(false)
})

test('[P8] TCP limit: a trusted proxy has none of its own', async () => {
  await start({ limits: { ...limits, tcpPerAddress: 1 }, trustProxy: parseTrustProxy('loopback') })
  expect([await isKept(), await isKept(), await isKept()]).toEqual([true, true, true])
})

test('[P8] TCP limit: with TRUST_PROXY=1, a connection that forwards nothing is limited', async () => {
  await start({ limits: { ...limits, tcpPerAddress: 2 }, trustProxy: parseTrustProxy('1') })
  expect([await isKept(), await isKept(), await isKept()]).toEqual([true, true, false])
})

test('[P8] TCP limit: with TRUST_PROXY=1, a connection that forwards something is a proxy’s', async () => {
  await start({ limits: { ...limits, tcpPerAddress: 1 }, trustProxy: parseTrustProxy('1') })
  const forwarded = healthQuestion.replace('Host', 'X-Forwarded-For: 198.51.100.1\r\nHost')
  const kept = [await isKept(undefined, forwarded), await isKept(undefined, forwarded), await isKept()]
  expect([...kept, await isKept()]).toEqual([true, true, true, false])
})

test('[P8] TCP limit: with TRUST_PROXY=1, players’ sockets through a proxy count as little as their requests', async () => {
  await start({ limits: { ...limits, tcpPerAddress: 1 }, trustProxy: parseTrustProxy('1') })
  const upgrade = [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    ...['Host: 127.0.0.1', 'Connection: Upgrade', 'Upgrade: websocket', 'X-Forwarded-For: 198.51.100.1'],
    ...['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==', '', ''],
  ].join('\r\n')
  for (let player = 0; player < 3; player++) expect(await isKept(undefined, upgrade)).toBe(true)
  expect([await isKept(), await isKept()]).toEqual([true, false])
})

test('[P8] TCP limit: an address over its new connections a second is refused until the next second', async () => {
  await start({ limits: { ...limits, tcpOpensPerAddressPerSecond: 1 } })
  expect([await isKept(), await isKept()]).toEqual([true, false])
  server.clock.advance(1_000)
  expect(await isKept()).toBe(true)
})

test('[P8] TCP limit: the server has one in all, whoever opens them', async () => {
  await start({ limits: { ...limits, tcpOfAll: 2 } })
  expect([await isKept(), await isKept(), await isKept()]).toEqual([true, true, false])
})

test.each([
  ['', healthQuestion],
  ['without a Host ', 'GET /healthz HTTP/1.1\r\n\r\n'],
  ['with an unknown expectation ', healthQuestion.replace('Host', 'Expect: cake\r\nHost')],
])('[P8] TCP limit: too many pipelined requests %sare cut, a few are not', async (_, question) => {
  await start({})
  const floods = async () => {
    const metrics = await (await fetch(`${server.url}/metrics`)).text()
    return /^dash_terminations_total\{reason="flood"\} (\d+)$/m.exec(metrics)?.[1]
  }
  await isKept(undefined, question.repeat(limits.requestsAtOncePerTcp))
  expect(await floods()).toBeUndefined()
  await isKept(undefined, question.repeat(limits.requestsAtOncePerTcp + 1))
  expect(await floods()).toBe('1')
})

test('[P8] TCP limit: an address that asks for too many WebSockets floods, also with those that are refused', async () => {
  await start({ limits: { ...limits, upgradesPerAddressPerSecond: 2, floodsPerAddressPerMinute: 1 } })
  const upgrade = 'GET /elsewhere HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: cake\r\n\r\n'
  const statusOf = async () => (await fetch(server.url)).status
  await isKept(undefined, upgrade)
  await isKept(undefined, upgrade)
  expect(await statusOf()).toBe(200)
  await isKept(undefined, upgrade)
  expect(await statusOf()).toBe(429)
})

test('[P8] TCP limit: a class may open a connection for each of its requests', () => {
  expect(limits.tcpOpensPerAddressPerSecond).toBeGreaterThanOrEqual(limits.requestsPerAddressPerSecond)
})

test.each([
  ['of the server', healthQuestion],
  ['of polling', 'GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'],
])(
  '[P8] TCP: a connection on which far too much %s is asked at once is cut, sooner after too many of those',
  async (_, question) => {
    await start({
      limits: {
        ...limits,
        ...{ requestsPerTcpPerSecond: 5, floodsPerAddressPerMinute: 2, refusedRequestsPerTcpPerSecond: 1 },
      },
    })
    const pour = async (count: number) => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
      sockets.push(socket.on('error', () => {}).resume())
      const closed = once(socket, 'close')
      socket.write(question.repeat(count))
      await closed
    }
    await pour(50)
    await pour(50)
    await pour(2)
    expect(await isKept()).toBe(true)
  },
)
