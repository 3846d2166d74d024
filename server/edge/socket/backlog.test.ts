import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { limits } from '#server/edge/limits'
import { createManualClock } from '#server/testing/manual-clock'
import { createBackpressure } from './backpressure'
import type { PlayerConnection } from './connection'

const code = 'CDFGH'

/** A connection whose backlog a test sets: half of it waits in engine.io, half in its WebSocket. */
function openConnection() {
  const clock = createManualClock()
  const told: string[] = []
  const conn = Object.assign(new EventEmitter(), {
    writeBuffer: [] as { data: string }[],
    transport: { socket: { bufferedAmount: 0, terminate() {}, removeAllListeners() {} } },
    close() {},
  })
  const network = new EventEmitter()
  const socket = {
    conn,
    request: { socket: network },
    join: () => void told.push('joins'),
    leave: () => void told.push('leaves'),
  }
  const connection = { socket, code, behindSince: null } as unknown as PlayerConnection
  const backpressure = createBackpressure(
    clock,
    limits,
    () => void told.push('is dropped'),
    () => void told.push('sees a view'),
  )
  const setBacklog = (bytes: number) => {
    const queued = Math.floor(bytes / 2)
    conn.writeBuffer = [{ data: 'x'.repeat(queued) }]
    conn.transport.socket.bufferedAmount = bytes - queued
  }
  const drainTo = (bytes: number) => {
    setBacklog(bytes)
    conn.emit('drain')
  }
  return { clock, told, conn, connection, backpressure, setBacklog, drainTo }
}

test('[P8] slow client: it is behind from the first byte over the limit on, and hears nothing until it has caught up', () => {
  const { told, connection, backpressure, setBacklog, drainTo } = openConnection()
  setBacklog(limits.behindBytes)
  backpressure.check(connection)
  expect(told).toEqual([])
  setBacklog(limits.behindBytes + 1)
  backpressure.check(connection)
  backpressure.check(connection)
  expect(told).toEqual(['leaves'])
  drainTo(limits.caughtUpBytes + 1)
  expect(told).toEqual(['leaves'])
  drainTo(limits.caughtUpBytes)
  expect(told).toEqual(['leaves', 'joins', 'sees a view'])
  drainTo(0)
  expect(told).toHaveLength(3)
})

test('[P8] slow client: one that falls behind again is no better off, and one that has left its room joins none', () => {
  const { told, connection, backpressure, setBacklog, drainTo } = openConnection()
  for (let times = 0; times < 2; times++) {
    setBacklog(limits.behindBytes + 1)
    backpressure.check(connection)
    drainTo(0)
  }
  expect(told).toEqual(['leaves', 'joins', 'sees a view', 'leaves', 'joins', 'sees a view'])
  setBacklog(limits.behindBytes + 1)
  backpressure.check(connection)
  connection.code = null
  drainTo(0)
  expect(told.slice(6)).toEqual(['leaves'])
})

test('[P8] slow client: it is dropped with more than the largest backlog at once, or after the longest time', () => {
  const large = openConnection()
  large.setBacklog(limits.lostBytes)
  large.backpressure.enforceLimits(large.connection)
  expect(large.told).toEqual(['leaves'])
  large.setBacklog(limits.lostBytes + 1)
  large.backpressure.enforceLimits(large.connection)
  expect(large.told).toEqual(['leaves', 'is dropped'])
  const slow = openConnection()
  slow.setBacklog(limits.behindBytes + 1)
  slow.backpressure.enforceLimits(slow.connection)
  slow.clock.advance(limits.lostAfterMs)
  slow.backpressure.enforceLimits(slow.connection)
  expect(slow.told).toEqual(['leaves'])
  slow.clock.advance(1)
  slow.backpressure.enforceLimits(slow.connection)
  expect(slow.told).toEqual(['leaves', 'is dropped'])
})
