import { pino } from 'pino'
import { expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import { draw, lift } from '#game/testing/stories'
import { limits } from '#server/edge/limits'
import { createManualClock } from '#server/testing/manual-clock'
import type { PlayerConnection } from './connection'
import { createConnectionLimits } from './connection-limits'
import type { Dispatch } from './dispatch'
import { createReceive } from './receive'

const frame = (from: number) => {
  const inkText = encodeInk([draw(), lift])
  return Buffer.from(`42["ink:add",${JSON.stringify({ round: 0, drawing: 0, from, inkText })}]`)
}

/** A connection of a player whose room takes all ink, or fails with it. */
function openConnection(addInk: (from: number) => void = () => {}) {
  const clock = createManualClock()
  const heard: unknown[] = []
  const dispatch = {
    addInk: (_: PlayerConnection, { from }: { from: number }) => {
      heard.push(from)
      addInk(from)
    },
  } as unknown as Dispatch
  const socket = {
    connected: true,
    emit: (_: string, { refusal }: { refusal: string }) => heard.push(refusal),
    disconnect: () => heard.push('disconnected'),
    conn: { transport: {}, close: () => heard.push('terminated') },
  }
  const abuse = { terminated() {}, flooded: () => heard.push('flood') }
  const receive = createReceive({
    ...{ dispatch, clock, abuse: abuse as never, metrics: { refused() {} } },
    log: pino({ level: 'silent' }),
  })
  const guest = { id: 'ada' }
  const about = { socket, guest, code: 'CDFGH', limits: createConnectionLimits(clock, limits) }
  const receiver = receive(about as unknown as PlayerConnection)
  return { clock, heard, socket, receiver }
}

test('receive: ink is read where it arrives, but for the first after a silence, by which engine.io knows that a client lives', () => {
  const { clock, heard, receiver } = openConnection()
  expect(receiver.ink(frame(0))).toBe(false)
  clock.advance(1_000)
  expect(receiver.ink(frame(2))).toBe(true)
  clock.advance(1_001)
  expect(receiver.ink(frame(4))).toBe(false)
  expect(receiver.ink(frame(6))).toBe(true)
  expect(receiver.ink(Buffer.from('3'))).toBe(false)
  expect(heard).toEqual([2, 6])
})

test('rate limit: ink that is read where it arrives is refused when it is too often, and a flood when it never ends', () => {
  const { clock, heard, receiver } = openConnection()
  receiver.ink(frame(0))
  for (let sent = 0; sent <= limits.messagesPerConnectionPerSecond; sent++) receiver.ink(frame(sent))
  expect(heard.at(-1)).toBe('too-often')
  expect(heard).toHaveLength(limits.messagesPerConnectionPerSecond + 1)
  heard.splice(0)
  for (let sent = 0; sent < limits.messagesPerConnectionPerMinute; sent++) {
    clock.advance(17)
    receiver.ink(frame(0))
  }
  expect(heard).toContain('flood')
  expect(heard).toContain('terminated')
})

test('receive: ink with which a room fails disconnects its sender, and that of one who is gone is read no more', () => {
  const { heard, socket, receiver } = openConnection(() => {
    throw new Error('broken')
  })
  receiver.ink(frame(0))
  expect(receiver.ink(frame(2))).toBe(true)
  expect(heard).toEqual([2, 'disconnected'])
  socket.connected = false
  expect(receiver.ink(frame(4))).toBe(true)
  expect(heard).toHaveLength(2)
})
