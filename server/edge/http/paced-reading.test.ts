import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import type { Components } from '#server/app'
import { type Limits, limits } from '#server/edge/limits'
import { startGameServer } from '#server/testing/game-server'

let server: Awaited<ReturnType<typeof startGameServer>>
let socket: Socket
afterEach(async () => {
  socket.destroy()
  await server.close()
})

async function start(answer: Components['pages']['answer'], some: Partial<Limits> = {}): Promise<void> {
  server = await startGameServer({ pages: { answer }, limits: { ...limits, ...some } })
  socket = connect(Number(new URL(server.url).port), '127.0.0.1').on('error', () => {})
}

const question = (path: string, headers = '') => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${headers}\r\n`
/** With as much on it as browsers send. */
const large = (path: string, size = 900) => question(path, `Cookie: a=${'x'.repeat(size)}\r\n`)

test('[P8] backpressure: the next request on a connection is not read before the one before it is answered', async () => {
  const asked: string[] = []
  let finish = () => {}
  await start(({ url = '' }, response) => {
    asked.push(url)
    finish = () => response.end()
  })
  socket.write(large('/1') + large('/2') + large('/3'))
  for (const asks of [['/1'], ['/1', '/2'], ['/1', '/2', '/3']]) {
    await expect.poll(() => asked).toEqual(asks)
    // All that came with it has been here for as long.
    await fetch(`${server.url}/healthz`)
    expect(asked).toEqual(asks)
    const answered = once(socket, 'data')
    finish()
    await answered
  }
})

test('[P8] backpressure: what has come after the request that cut a connection is not looked at', async () => {
  await start((_request, response) => void response.end())
  let requests = 0
  server.httpServer.on('request', () => requests++)
  const closed = once(socket.resume(), 'close')
  socket.write(question('/healthz').repeat(1_000))
  await closed
  expect(requests).toBeLessThan(50)
})

test('[P8] backpressure: who asks on and takes no answer is not read, and harms nobody', async () => {
  let answers = 0
  await start((_request, response) => {
    answers++
    response.end('x'.repeat(8_000_000))
  })
  socket.pause()
  socket.write(large('/').repeat(60))
  await expect.poll(() => answers).toBe(1)
  const first = await fetch(`${server.url}/healthz`)
  expect([first.status, answers]).toEqual([200, 1])
  socket.resume()
  await expect.poll(() => answers).toBeGreaterThan(2)
})

test('[P8] backpressure: what comes after a request whose answer is the last is left unread', async () => {
  const asked: string[] = []
  await start(({ url = '' }, response) => {
    asked.push(url)
    response.setHeader('connection', 'close')
    response.end('x'.repeat(8_000_000))
  })
  socket.pause()
  socket.write(question('/1') + question('/2') + large('/3', 2_000).repeat(60))
  await expect.poll(() => asked).toContain('/1')
  const closed = once(socket, 'close')
  socket.resume()
  await closed
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  expect(asked).not.toContain('/3')
})

test('[P8] backpressure: a body is read while its request waits for it, and the end of a connection is heard meanwhile', async () => {
  const heard: string[] = []
  await start(async (request, response) => {
    response.once('close', () => heard.push('closed'))
    heard.push(String((await text(request)).length))
  })
  const body = 'x'.repeat(limits.bodyBytes)
  socket.write(`POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(1)}`)
  socket.write('x')
  await expect.poll(() => heard).toEqual([String(body.length)])
  socket.end()
  await expect.poll(() => heard).toEqual([String(body.length), 'closed'])
})

test('[P8] flood: connections of an address that floods over and over are read in turn', async () => {
  await start((_request, response) => void response.end(), {
    ...{ floodsPerAddressPerMinute: 1, tcpTurnsOfFloodersPerWindow: 2 },
  })
  const closed = once(socket.resume(), 'close')
  socket.write(question('/').repeat(100))
  await closed
  const answers: number[] = []
  const ask = async () =>
    void answers.push((await fetch(server.url, { headers: { connection: 'close' } })).status)
  const asked = [ask(), ask(), ask()]
  await expect.poll(() => answers).toEqual([429, 429])
  server.clock.advance(100)
  await Promise.all(asked)
  expect(answers).toEqual([429, 429, 429])
})
