import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { applyView } from './apply-view'
import { followEvents, followPainted, setTimersBefore } from './follow-room'
import type { RoomEvent } from './room-events'
import type { RoomState } from './room-state'
import { ann, ben, canvas, joined, viewOf } from './testing/views'

let frames: (() => void)[]

beforeEach(() => {
  frames = []
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) => frames.push(paint))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function nextFrame(): void {
  const due = frames
  frames = []
  for (const paint of due) paint()
}

const drawing = (sequence: number) => applyView(joined, viewOf(sequence, [canvas(ann), canvas(ben)]), 5_000)

test('room events: who comes in mid-round is told what is on, then only what is new, and nothing after the end', () => {
  const store = createStore<RoomState>(() => drawing(4))
  const told: RoomEvent['type'][][] = []
  const end = followEvents(store, (events) => told.push(events.map(({ type }) => type)))
  expect(told).toEqual([['phase:began', 'prompt:shown']])
  store.setState({ sequence: 5 })
  expect(told).toHaveLength(1)
  const next = viewOf(6, [canvas(ann, [], { prompt: 3, promptAtMs: 900 }), canvas(ben)])
  store.setState((state) => applyView(state, next, 5_000))
  expect(told.at(-1)).toEqual(['prompt:shown'])
  end()
  store.setState(joined)
  store.setState(drawing(7))
  expect(told).toHaveLength(2)
})

test('painting: what many changes in one frame have made of it is painted once, and only where it is another', () => {
  const store = createStore<RoomState>(() => joined)
  const painted: number[] = []
  const end = followPainted(
    store,
    ({ sequence }) => sequence,
    (sequence) => painted.push(sequence),
  )
  expect(painted).toEqual([0])
  for (const sequence of [1, 2, 3]) store.setState({ sequence })
  expect(painted).toEqual([0])
  nextFrame()
  expect(painted).toEqual([0, 3])
  store.setState({ isBehind: true })
  nextFrame()
  expect(painted).toEqual([0, 3])
  store.setState({ sequence: 4 })
  end()
  nextFrame()
  store.setState({ sequence: 5 })
  nextFrame()
  expect(painted).toEqual([0, 3])
})

test('deadline: each of the last seconds is told in its time', () => {
  const told: number[] = []
  setTimersBefore(3_500, [3, 2, 1], 0, (seconds) => told.push(seconds))
  vi.advanceTimersByTime(499)
  expect(told).toEqual([])
  vi.advanceTimersByTime(1)
  expect(told).toEqual([3])
  vi.advanceTimersByTime(2_000)
  expect(told).toEqual([3, 2, 1])
})

test('deadline: a second that has just passed is told at once where that is asked for, an older one never', () => {
  const toldOf = (lateMs: number) => {
    const told: number[] = []
    setTimersBefore(1_500, [3, 2, 1], lateMs, (seconds) => told.push(seconds))
    vi.advanceTimersByTime(0)
    return told
  }
  expect(toldOf(0)).toEqual([])
  expect(toldOf(500)).toEqual([])
  expect(toldOf(501)).toEqual([2])
})

test('deadline: one that is called off is not told', () => {
  const told: number[] = []
  const cancel = setTimersBefore(3_500, [3, 2, 1], 0, (seconds) => told.push(seconds))
  vi.advanceTimersByTime(600)
  cancel()
  vi.advanceTimersByTime(10_000)
  expect(told).toEqual([3])
})
