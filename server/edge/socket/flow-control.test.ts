import { expect, test } from 'vitest'
import { limits } from '#server/edge/limits'
import { createHandWoundClock } from '#server/testing/hand-wound-clock'
import type { Connection } from './connection'
import { createFlowControl } from './flow-control'

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
  const connection = { socket, code: 'CDFGH', behindSince: null } as unknown as Connection
  return {
    connection,
    send: (bytes: number) => writeBuffer.push({ data: 'x'.repeat(bytes) }),
    isClosed: () => isClosed,
  }
}

function control() {
  const clock = createHandWoundClock()
  return {
    clock,
    flow: createFlowControl(
      clock,
      limits,
      () => {},
      () => {},
    ),
  }
}

test('[P8] who takes nothing of what they ask for is terminated, also where no round is on', () => {
  const { flow } = control()
  const deaf = deafConnection()
  deaf.send(limits.lostBytes + 1)
  flow.patrol(deaf.connection)
  expect(deaf.isClosed()).toBe(true)
})

test('who is a little behind has time to catch up, and no more than that', () => {
  const { clock, flow } = control()
  const deaf = deafConnection()
  deaf.send(limits.behindBytes + 1)
  flow.patrol(deaf.connection)
  clock.advance(limits.lostAfterMs)
  flow.patrol(deaf.connection)
  expect(deaf.isClosed()).toBe(false)
  clock.advance(1)
  flow.patrol(deaf.connection)
  expect(deaf.isClosed()).toBe(true)
})
