import { once } from 'node:events'
import { WebSocket } from 'ws'
import { encodeInk } from '#game/drawing/ink-codec'
import type { Ear, Line } from './line'

export async function openBareLine(url: string, room: number, canvas: number, ear: Ear): Promise<Line> {
  const socket = new WebSocket(`${url}/${room}`, { perMessageDeflate: false })
  socket.on('message', (data) => {
    for (const batch of JSON.parse(String(data))) ear.ink(batch.canvas, batch.from)
  })
  await once(socket, 'open')
  return {
    canvas,
    send: (from, ops) => socket.send(JSON.stringify({ canvas, from, ops: encodeInk(ops) })),
  }
}
