import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { settings } from '#game/settings'
import { systemClock } from '#server/host/clock'
import { createManualClock } from '#server/testing/manual-clock'
import { answerParent, readStart } from '../process'
import { type ServerQuestion, takeSteps } from './steps'

/**
 * A minimal relay as the baseline: it broadcasts whatever arrives to the room of that address, unparsed. Either each batch at once to
 * all others, or all batches of a tick in one message to everybody, as the game does.
 */
const { isGathering, isStepped = false } = readStart<{ isGathering: boolean; isStepped?: boolean }>()
const clock = isStepped ? createManualClock() : systemClock

type Room = { readonly members: Set<WebSocket>; waiting: string[] }
const rooms = new Map<string, Room>()

function roomOf(name: string): Room {
  const room = rooms.get(name) ?? { members: new Set(), waiting: [] }
  rooms.set(name, room)
  return room
}

function tellAll(room: Room): void {
  const message = `[${room.waiting.join()}]`
  room.waiting = []
  for (const member of room.members) member.send(message)
}

function take(room: Room, from: WebSocket, batch: string): void {
  if (!isGathering) {
    for (const member of room.members) if (member !== from) member.send(`[${batch}]`)
    return
  }
  if (room.waiting.push(batch) === 1) clock.wakeAt(clock.now() + settings.inkBatchMs, () => tellAll(room))
}

const httpServer = createServer()
new WebSocketServer({ server: httpServer, perMessageDeflate: false }).on('connection', (socket, { url }) => {
  const room = roomOf(url ?? '')
  room.members.add(socket)
  socket.on('message', (data) => take(room, socket, String(data)))
  socket.on('close', () => room.members.delete(socket))
})
httpServer.listen(0, '127.0.0.1', () => {
  const { port } = httpServer.address() as AddressInfo
  answerParent<ServerQuestion, NodeJS.CpuUsage>({ url: `ws://127.0.0.1:${port}` }, takeSteps(clock))
})
