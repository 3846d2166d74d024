import { setTimeout as pause } from 'node:timers/promises'
import { guestNamed } from '#server/testing/game-server'
import { startProcess } from '../process'
import type { PensQuestion, PensSeen, PensStart } from '../relay/pens'
import { createRoomReader, openRawGameSocket } from '../relay/raw-game-socket'
import type { Memory } from '../relay/steps'
import { type Report, rounded } from '../report'

const connections = 400
/** Two servers with different numbers of rooms: what the program itself takes to draw, compiled code above all, stays out of the difference. */
const drawingRooms = { few: 5, many: 20 }
const playersPerRoom = 8
const drawMs = 30_000

type Server = Awaited<ReturnType<typeof openServer>>

/** What connections, rooms in which nothing happens, and players who draw take of the server's memory. */
export async function benchMemory(): Promise<Report[]> {
  const idle = await withServer(measureIdle)
  const few = await withServer((server) => measureDrawing(server, drawingRooms.few))
  const many = await withServer((server) => measureDrawing(server, drawingRooms.many))
  const drawing = (many - few) / ((drawingRooms.many - drawingRooms.few) * playersPerRoom)
  return [
    {
      title: 'Memory of the server, after a collection of garbage',
      rows: {
        connection: { KB: rounded(idle.connectionKB) },
        'room with one player, idle, without the connection': { KB: rounded(idle.roomKB) },
        'player who has drawn without a pause, with all': { KB: rounded(drawing) },
      },
      notes: [
        `${connections} connections and rooms; ${drawingRooms.many} rooms of ${playersPerRoom} after ${drawMs / 1000} s of ink, without what ${drawingRooms.few} rooms take.`,
      ],
    },
  ]
}

function openServer() {
  return startProcess<{ url: string }, 'memory', Memory>(
    new URL('../relay/game-server.ts', import.meta.url),
    { judge: 'scripted' },
  )
}

async function withServer<Result>(measure: (server: Server) => Promise<Result>): Promise<Result> {
  const server = await openServer()
  try {
    return await measure(server)
  } finally {
    await server.stop()
  }
}

async function measureIdle(server: Server) {
  const reader = createRoomReader()
  const open = () =>
    openRawGameSocket(server.ready.url, guestNamed('Idle'), reader, { view() {}, progress() {} })
  // What the first of all needs once stays out of it.
  await (await open()).ask('room:create', {})
  const before = await server.ask('memory')
  const sockets = await Promise.all(Array.from({ length: connections }, open))
  const connected = await server.ask('memory')
  for (const socket of sockets) await socket.ask('room:create', {})
  const seated = await server.ask('memory')
  return {
    connectionKB: ((connected.heapMB - before.heapMB) * 1000) / connections,
    roomKB: ((seated.heapMB - connected.heapMB) * 1000) / connections,
  }
}

/** @returns KB */
async function measureDrawing(server: Server, rooms: number): Promise<number> {
  const before = await server.ask('memory')
  const start: PensStart = { url: server.ready.url, relay: 'game', rooms, playersPerRoom }
  const pens = await startProcess<'drawing', PensQuestion, PensSeen>(
    new URL('../relay/pens.ts', import.meta.url),
    start,
  )
  try {
    await pause(drawMs)
    const after = await server.ask('memory')
    return (after.heapMB - before.heapMB) * 1000
  } finally {
    await pens.stop()
  }
}
