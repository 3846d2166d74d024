import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { broadcastEvent } from './broadcast'
import type { PlayerConnection } from './connection'

type Written = { readonly text: string; readonly frames: readonly Buffer[] }

function record(args: readonly unknown[]): Written {
  const written: Written[] = []
  const conn = {
    readyState: 'open',
    writeBuffer: [],
    transport: {},
    write: (text: string, { wsPreEncodedFrame }: { wsPreEncodedFrame: Buffer[] }) =>
      written.push({ text, frames: wsPreEncodedFrame }),
  }
  const connections = [{ socket: { conn } } as unknown as PlayerConnection]
  broadcastEvent(connections, 'server:closing', ...(args as [Record<string, never>]))
  return written[0] as Written
}

/** Where a frame goes on a WebSocket in this state. */
function takenBy(webSocket: object, changed: object = {}): string[] {
  const ways: string[] = []
  const conn = {
    ...{
      readyState: 'open',
      writeBuffer: [],
      transport: { socket: { OPEN: 1, readyState: 1, ...webSocket } },
    },
    ...{ write: () => ways.push('engine.io'), ...changed },
  }
  const request = { socket: { write: () => ways.push('network') } }
  broadcastEvent([{ socket: { conn, request } } as unknown as PlayerConnection], 'server:closing', {})
  return ways
}

/** What a WebSocket client reads of these bytes. */
async function readByClient(bytes: readonly Buffer[]): Promise<string[]> {
  const server = createServer()
  const sockets = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, () => socket.write(Buffer.concat(bytes))),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const read: string[] = []
  await new Promise<void>((resolve) => {
    client.on('message', (data) => read.push(String(data)) === bytes.length && resolve())
  })
  client.terminate()
  server.close()
  return read
}

test('broadcast: a frame of any length is what a client reads, and its text what polling is handed', async () => {
  // With both sides of 125 and 65,535 bytes, and letters of more than one.
  const lengths = [0, 91, 92, 93, 94, 400, 65_501, 65_502, 65_503, 65_504, 100_000]
  const written = lengths.map((length) => record([{ said: 'é'.padEnd(length, 'x') }]))
  expect(written.map(({ frames }) => frames.length)).toEqual(lengths.map(() => 1))
  const read = await readByClient(written.flatMap(({ frames }) => frames))
  expect(read).toEqual(written.map(({ text }) => `4${text}`))
  expect(written[0]?.text).toBe('2["server:closing",{"said":"é"}]')
  const bytes = read.map((text) => Buffer.byteLength(text))
  for (const edge of [125, 126, 65_535, 65_536]) expect(bytes).toContain(edge)
})

test('broadcast: a frame goes to the network at once, and behind what engine.io has yet to send or close', () => {
  expect(takenBy({})).toEqual(['network'])
  expect(takenBy({}, { writeBuffer: [{ data: 'a view' }] })).toEqual(['engine.io'])
  expect(takenBy({}, { readyState: 'closing' })).toEqual(['engine.io'])
  expect(takenBy({ readyState: 2 })).toEqual(['engine.io'])
})
