import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server, type Socket } from 'socket.io'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Acknowledgement } from '#game/protocol/socket-events'
import { type Door, openRoom, type RoomClient } from './room-client'

/** A server of which each test says how it meets a message. */
type Met = { readonly by: Socket; readonly name: string; readonly answer: (it: Acknowledgement) => void }
let meets: (met: Met) => void
let asked: Met[]
let io: Server
let url: string
let client: RoomClient | undefined

beforeEach(async () => {
  asked = []
  const http = createServer()
  io = new Server(http)
  io.on('connection', (by) => {
    by.onAny((name: string, _message: unknown, answer: Met['answer']) => {
      const met = { by, name, answer }
      asked.push(met)
      meets(met)
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  // Waiting moves these timers on, and nothing else does.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(async () => {
  client?.close()
  vi.useRealTimers()
  await io.close()
})

function open(door: Door): RoomClient {
  client = openRoom({ door, isSpectator: false, onCode() {}, url })
  return client
}

const connection = () => client?.store.getState().connection

/** Long enough for any try that is still to come, and for the server to have heard of it. */
async function letTriesPass(): Promise<void> {
  vi.advanceTimersByTime(3_000)
  await client?.say('room:resync', {})
}

test('a connection that is lost while the seat is asked for makes one more try, and no second room', async () => {
  meets = ({ by, name, answer }) => {
    if (name === 'room:resync') answer({ ok: true })
    else if (asked.length === 1) by.conn.close()
  }
  open({ name: 'new' })
  await vi.waitUntil(() => asked.length === 2, 20_000)
  await letTriesPass()
  expect(asked.map(({ name }) => name)).toEqual(['room:create', 'room:create', 'room:resync'])
})

test('a visit that has ended while the seat was asked for stays ended', async () => {
  let isGone = false
  meets = ({ by }) => {
    by.on('disconnect', () => (isGone = true))
    by.emit('seat:taken')
  }
  open({ name: 'code', code: 'CDFGH' })
  await vi.waitUntil(() => isGone, 20_000)
  await letTriesPass()
  expect(connection()).toEqual({ name: 'ended', ending: 'taken' })
  expect(asked).toHaveLength(1)
})

test('a try that an ended visit has left behind takes no seat back', async () => {
  meets = ({ by, name, answer }) => {
    if (asked.length === 1) return answer({ ok: true })
    if (name === 'room:join') by.emit('seat:taken')
  }
  const { rejoin } = open({ name: 'code', code: 'CDFGH' })
  await vi.waitUntil(() => connection()?.name === 'connected', 20_000)
  rejoin()
  await vi.waitUntil(() => connection()?.name === 'ended', 20_000)
  await letTriesPass()
  expect(connection()).toEqual({ name: 'ended', ending: 'taken' })
  expect(asked).toHaveLength(2)
})

test('[P6] who joins while the server closes is told so', async () => {
  meets = ({ answer }) => answer({ ok: false, refusal: 'server-closing' })
  const { store } = open({ name: 'code', code: 'CDFGH' })
  await vi.waitUntil(() => connection()?.name === 'reconnecting', 20_000)
  expect(store.getState().line).toEqual({ isOpen: true, reason: 'server-closing' })
})
