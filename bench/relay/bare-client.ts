import { once } from 'node:events'
import { WebSocket } from 'ws'
import { encodeInk } from '#game/drawing/ink-codec'
import type { RelayClient, RelayListener } from './relay-client'

export async function openBareClient(
  url: string,
  room: number,
  canvas: number,
  listener: RelayListener,
): Promise<RelayClient> {
  const socket = new WebSocket(`${url}/${room}`, { perMessageDeflate: false })
  socket.on('message', (data) => {
    for (const batch of JSON.parse(String(data))) listener.ink(batch.canvas, batch.from)
  })
  await once(socket, 'open')
  return {
    canvas,
    send: (from, ops) => socket.send(JSON.stringify({ canvas, from, ops: encodeInk(ops) })),
  }
}
