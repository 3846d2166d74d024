import { expect, test } from 'vitest'
import { createManualClock } from '#server/testing/manual-clock'
import { createRoomTimers } from './room-timers'

function open() {
  const clock = createManualClock(0)
  const called: string[] = []
  const timers = createRoomTimers(clock, 500, {
    onDeadline: () => void called.push(`deadline ${clock.now()}`),
    onHeartbeat: () => void called.push(`heartbeat ${clock.now()}`),
  })
  return { clock, called, timers }
}

test('room timers: a deadline is called at its time, once, and one in its place instead of it', () => {
  const { clock, called, timers } = open()
  timers.arm(100)
  timers.arm(200)
  expect(clock.waiting).toBe(2)
  clock.advance(400)
  expect(called).toEqual(['deadline 200'])
})

test('room timers: the heartbeat goes on from one deadline to the next, and ends where none is left', () => {
  const { clock, called, timers } = open()
  timers.arm(1_200)
  clock.advance(700)
  timers.arm(900)
  clock.advance(400)
  expect(called).toEqual(['heartbeat 500', 'deadline 900', 'heartbeat 1000'])
  clock.advance(5_000)
  expect(called).toHaveLength(3)
  expect(clock.waiting).toBe(0)
  timers.arm(7_000)
  clock.advance(500)
  expect(called.at(-1)).toBe('heartbeat 6600')
})

test('room timers: what is stopped calls nothing more, also from within a heartbeat', () => {
  const { clock, called, timers } = open()
  timers.arm(900)
  timers.stop()
  clock.advance(5_000)
  expect([called, clock.waiting]).toEqual([[], 0])
  const inside = createRoomTimers(clock, 500, { onDeadline() {}, onHeartbeat: () => inside.stop() })
  inside.arm(clock.now() + 9_000)
  clock.advance(500)
  expect(clock.waiting).toBe(0)
})
