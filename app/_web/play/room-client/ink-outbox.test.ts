import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { applyView } from './apply-view'
import { createInkOutbox } from './ink-outbox'
import type { RoomState } from './room-state'
import { ann, ben, canvas, draw, joined, lift, viewOf } from './testing/views'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

const pause = { at: 5_000, missing: [ben] }

function open(changed: Partial<RoomState> = {}) {
  const begun = applyView(joined, viewOf(4, [canvas(ann), canvas(ben)]), 5_000)
  const store = createStore<RoomState>(() => ({ ...begun, connection: { name: 'connected' }, ...changed }))
  const sent: number[] = []
  let resyncs = 0
  const outbox = createInkOutbox(
    store,
    ({ from }) => void sent.push(from),
    () => resyncs++,
  )
  return { store, outbox, sent, resyncs: () => resyncs }
}

test('ink outbox: what is drawn goes at once, and what follows a tick later', () => {
  const { outbox, sent, store } = open()
  outbox.draw(0, [draw(10, 1), lift(20)])
  outbox.draw(0, [draw(30, 2), lift(40)])
  outbox.flush()
  expect(sent).toEqual([0])
  vi.advanceTimersByTime(store.getState().tickMs - 1)
  expect(sent).toEqual([0])
  vi.advanceTimersByTime(1)
  expect(sent).toEqual([0, 2])
  vi.runAllTimers()
  outbox.draw(0, [draw(50, 3)])
  expect(sent).toEqual([0, 2, 4])
})

test('ink outbox: a pen that leaves timers no time sends once a tick all the same', () => {
  const { outbox, sent, store } = open()
  const { tickMs } = store.getState()
  const startedAt = performance.now()
  const time = vi.spyOn(performance, 'now')
  for (const [ticks, x] of [0, 0.5, 1, 1.5, 2].entries()) {
    time.mockReturnValue(startedAt + x * tickMs)
    outbox.draw(0, [draw(10 + ticks, 1)])
  }
  expect(sent).toEqual([0, 1, 2])
  time.mockRestore()
  vi.runAllTimers()
  expect(sent).toEqual([0, 1, 2])
})

test.each<[string, Partial<RoomState>, Partial<RoomState>]>([
  ['while the page is behind', { isBehind: true }, { isBehind: false }],
  ['without a connection', { connection: { name: 'connecting' } }, { connection: { name: 'connected' } }],
])('ink outbox: %s ink waits, and then all of it goes', (_, waiting, ready) => {
  const { outbox, sent, store } = open(waiting)
  expect(outbox.draw(0, [draw(10, 1), lift(20)])).toBe(true)
  vi.advanceTimersByTime(1_000)
  outbox.flush()
  expect(sent).toEqual([])
  store.setState(ready)
  outbox.flush()
  expect(sent).toEqual([0])
})

test('ink outbox: in a pause ink waits until somebody asks again', () => {
  const { outbox, sent, store } = open()
  const { room } = store.getState()
  store.setState({ room: room && { ...room, pause } })
  outbox.draw(0, [draw(10, 1)])
  vi.advanceTimersByTime(1_000)
  expect(sent).toEqual([])
  store.setState({ room })
  outbox.flush()
  expect(sent).toEqual([0])
})

test('ink outbox: a refusal that can be mended asks for the room once, and none while that is under way', () => {
  const { outbox, resyncs, store } = open()
  outbox.refused('too-late')
  expect([resyncs(), store.getState().isBehind]).toEqual([0, false])
  outbox.refused('ink-gap')
  outbox.refused('too-often')
  expect([resyncs(), store.getState().isBehind]).toEqual([1, true])
  expect(store.getState().own).not.toBeNull()
})

test('ink outbox: ink that the server cannot read is dropped; what a full drawing does not take is told', () => {
  const { outbox, store } = open()
  outbox.draw(0, [draw(10, 1)])
  outbox.refused('bad-message')
  expect(store.getState().own).toBeNull()
  expect(outbox.draw(0, [draw(20, 2)])).toBe(true)
})

test('[H5] ink outbox: what is drawn before the pad shows the next drawing is not for that', () => {
  const { outbox, sent, store } = open()
  const { own } = store.getState()
  store.setState({ own: own && { ...own, drawing: 1 } })
  expect(outbox.draw(0, [draw(10, 1), lift(20)])).toBe(true)
  expect(sent).toEqual([])
  expect(store.getState().own?.log.ops).toEqual([])
  outbox.draw(1, [draw(30, 2)])
  expect(sent).toEqual([0])
})
