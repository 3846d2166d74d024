import { expect, test } from 'vitest'
import { limits } from '#server/edge/limits'
import { createManualClock } from '#server/testing/manual-clock'
import { createBackpressure } from './backpressure'
import type { PlayerConnection } from './connection'

/** A connection to somebody who takes nothing of what is sent. */
function deafConnection() {
  const writeBuffer: { data: string }[] = []
  let isClosed = false
  const conn = {
    writeBuffer,
    transport: {},
    on() {},
    off() {},
    close() {
      isClosed = true
    },
  }
  const socket = { conn, join() {}, leave() {} }
  const connection = { socket, code: 'CDFGH', behindSince: null } as unknown as PlayerConnection
  return {
    connection,
    send: (bytes: number) => writeBuffer.push({ data: 'x'.repeat(bytes) }),
    isClosed: () => isClosed,
  }
}

function control() {
  const clock = createManualClock()
  return {
    clock,
    backpressure: createBackpressure(
      clock,
      limits,
      () => {},
      () => {},
    ),
  }
}

test('[P8] who takes nothing of what they ask for is terminated, also where no round is on', () => {
  const { backpressure } = control()
  const deaf = deafConnection()
  deaf.send(limits.lostBytes + 1)
  backpressure.enforceLimits(deaf.connection)
  expect(deaf.isClosed()).toBe(true)
})

test('who is a little behind has time to catch up, and no more than that', () => {
  const { clock, backpressure } = control()
  const deaf = deafConnection()
  deaf.send(limits.behindBytes + 1)
  backpressure.enforceLimits(deaf.connection)
  clock.advance(limits.lostAfterMs)
  backpressure.enforceLimits(deaf.connection)
  expect(deaf.isClosed()).toBe(false)
  clock.advance(1)
  backpressure.enforceLimits(deaf.connection)
  expect(deaf.isClosed()).toBe(true)
})
