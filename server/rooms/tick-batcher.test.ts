import { beforeEach, expect, test } from 'vitest'
import { decodeInk } from '#game/drawing/ink-codec'
import type { ServerMessage } from '#game/protocol/server-messages'
import type { InkAdded } from '#game/room/event'
import { settings } from '#game/settings'
import { draw, lift } from '#game/testing/stories'
import { createManualClock, type ManualClock } from '#server/testing/manual-clock'
import { createPace } from './pace'
import { createTickBatcher, type TickBatcher } from './tick-batcher'

/** A time at which a tick of 33 ms begins, and one of 50 ms. */
const tickOf33And50 = 1_650_000_000_000

let clock: ManualClock
let batcher: TickBatcher
let told: ServerMessage<'drawing:progressed'>[]
let latencies: number[]

beforeEach(() => {
  clock = createManualClock(tickOf33And50)
  told = []
  latencies = []
  const latency = { inkSent: (ms: number) => void latencies.push(ms), guessMade() {} }
  batcher = createTickBatcher(clock, createPace(clock), latency, (message) => void told.push(message))
})

const ink = (from: number): InkAdded => ({
  ...{ type: 'ink:added', canvas: 0, drawing: 0, from, ops: [draw(), lift], isByKeyboard: false },
})
const penPassed = { type: 'pen:passed', canvas: 0, drawing: 0, pen: 'ada' } as const

test('[P2] tick batcher: the first message after a silence goes at once, and later ones once a tick', () => {
  batcher.add(0, [ink(0)])
  expect(told).toHaveLength(1)
  batcher.add(0, [ink(2)])
  clock.advance(settings.inkBatchMs - 1)
  batcher.add(0, [ink(4)])
  expect(told).toHaveLength(1)
  clock.advance(1)
  expect(told.map(({ changes }) => changes.length)).toEqual([1, 2])
  clock.advance(settings.inkBatchMs)
  batcher.add(0, [ink(6)])
  expect(told).toHaveLength(3)
  expect(clock.waiting).toBe(0)
})

test('tick batcher: rooms that begin at different times tick together from then on', () => {
  const tickedAt: number[][] = [[], []]
  const batchers = tickedAt.map((times) =>
    createTickBatcher(clock, createPace(clock), { inkSent() {}, guessMade() {} }, () => {
      times.push(clock.now())
    }),
  )
  for (let passedMs = 0; passedMs < 10 * settings.inkBatchMs; passedMs++) {
    batchers[0]?.add(0, [ink(0)])
    if (passedMs >= 20) batchers[1]?.add(0, [ink(0)])
    clock.advance(1)
  }
  const [first = [], second = []] = tickedAt
  expect(first).toHaveLength(11)
  expect(second).toHaveLength(11)
  expect(second.slice(1)).toEqual(first.slice(1))
})

test('[P2] tick batcher: messages are numbered without a gap, and a silent tick has no number', () => {
  expect(batcher.sequence).toBe(0)
  batcher.add(0, [ink(0)])
  batcher.add(0, [])
  batcher.flush()
  batcher.add(0, [ink(2)])
  batcher.flush()
  batcher.flush()
  expect(clock.waiting).toBe(0)
  expect(told.map(({ sequence }) => sequence)).toEqual([1, 2])
  expect(batcher.sequence).toBe(2)
  clock.advance(settings.inkBatchMs)
  expect(told).toHaveLength(2)
})

test('tick batcher: what happens in the next round is in a message of its own', () => {
  batcher.add(0, [ink(0)])
  batcher.add(0, [penPassed])
  batcher.add(1, [ink(0)])
  expect(told.map(({ round, changes }) => [round, changes[0]?.type])).toEqual([
    [0, 'ink:added'],
    [0, 'pen:passed'],
  ])
  clock.advance(settings.inkBatchMs)
  expect(told.at(-1)).toMatchObject({ round: 1, changes: [{ type: 'ink:added' }] })
})

test('tick batcher: ink is told in the form of the wire, and other changes as they are', () => {
  batcher.add(0, [ink(3), penPassed])
  const [inkTold, penTold] = told[0]?.changes ?? []
  expect(inkTold?.type === 'ink:added' && decodeInk(inkTold.inkText)).toEqual([draw(), lift])
  expect(inkTold).toMatchObject({ from: 3, canvas: 0, drawing: 0, isByKeyboard: false })
  expect(penTold).toEqual(penPassed)
})

test('tick batcher: its latency is that of the oldest ink in a message, and a message without ink has none', () => {
  batcher.add(0, [penPassed])
  batcher.add(0, [penPassed])
  clock.advance(10)
  batcher.add(0, [ink(0)])
  clock.advance(5)
  batcher.add(0, [ink(2)])
  clock.advance(settings.inkBatchMs)
  expect(latencies).toEqual([settings.inkBatchMs - 10])
})

test('[P9] tick batcher: a tick is as long as the pace says, and how late it came is noted', () => {
  const lateByMs: number[] = []
  const slow = { ...createPace(clock), tickMs: 50, ticked: (ms: number) => void lateByMs.push(ms) }
  let late = () => {}
  const lateClock = {
    now: clock.now,
    wakeAt(_: number, wake: () => void) {
      late = wake
      return () => {}
    },
  }
  const latency = { inkSent() {}, guessMade() {} }
  const slowly = createTickBatcher(lateClock, slow, latency, (message) => void told.push(message))
  slowly.add(0, [ink(0)])
  clock.advance(49)
  slowly.add(0, [ink(2)])
  expect(told).toHaveLength(1)
  clock.advance(8)
  // What is read before the timer has its turn goes out with it.
  slowly.add(0, [ink(4)])
  expect(told).toHaveLength(1)
  late()
  expect(told.map(({ changes }) => changes.length)).toEqual([1, 2])
  expect(lateByMs).toEqual([7])
  expect(told.map(({ tickMs }) => tickMs)).toEqual([50, 50])
  batcher.add(0, [ink(4)])
  expect(told.at(-1)).not.toHaveProperty('tickMs')
})

test('tick batcher: the latency of ink is measured once, not again with what follows it', () => {
  batcher.add(0, [ink(0)])
  clock.advance(1_000)
  batcher.add(0, [penPassed])
  clock.advance(1_000)
  batcher.add(0, [ink(2)])
  expect(latencies).toEqual([0, 0])
})
