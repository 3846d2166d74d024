import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { limits } from '#server/edge/limits'
import type { GameSocket } from './connection'
import { boundedWebSocketServer } from './connection-limits'
import { terminate } from './terminate'

test('terminate: the private fields of `ws` that it uses are still there; with another version, terminate.ts has to be changed', async () => {
  const server = new (boundedWebSocketServer(limits))({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const [[socket]] = await Promise.all([once(server, 'connection'), once(client, 'open')])
  expect(socket._receiver, 'ws: WebSocket._receiver').toMatchObject({
    _buffers: expect.any(Array),
    _bufferedBytes: expect.any(Number),
    _write: expect.any(Function),
  })
  client.terminate()
  server.close()
})

test('[P8] terminate: nothing more of the same packet is read', async () => {
  const server = new (boundedWebSocketServer(limits))({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  let read = 0
  server.on('connection', (socket) => {
    socket.on('ping', () => read++)
    socket.once('message', () => {
      terminate({ transport: { socket }, close() {} } as unknown as GameSocket['conn'])
    })
  })
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  client.on('error', () => {})
  await once(client, 'open')
  const { _socket: tcp } = client as unknown as { _socket: { cork(): void; uncork(): void } }
  tcp.cork()
  client.send('the last that is read')
  for (let sent = 0; sent < 50; sent++) client.ping()
  tcp.uncork()
  await once(client, 'close')
  // Whatever was deferred to a later turn of the event loop has had more turns than it needs.
  for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve))
  expect(read).toBe(0)
  server.close()
})
