import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { onceAFrame } from './once-a-frame'
import { newRoomState, type RoomState } from './room-state'

let frames: (() => void)[]

beforeEach(() => {
  frames = []
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) => frames.push(paint))
})
afterEach(() => vi.unstubAllGlobals())

function listen() {
  const store = createStore<RoomState>(() => newRoomState)
  const heard: number[] = []
  const end = onceAFrame(store).subscribe(({ sequence }) => heard.push(sequence))
  return { store, heard, end }
}

test('listeners of a room: many changes are told once a frame, the last of them, and none after the end', () => {
  const { store, heard, end } = listen()
  for (const sequence of [1, 2, 3]) store.setState({ sequence })
  expect(heard).toEqual([])
  frames.shift()?.()
  expect(heard).toEqual([3])
  store.setState({ sequence: 4 })
  end()
  frames.shift()?.()
  expect(heard).toEqual([3])
})

test('listeners of a room: a page that is hidden has no frames, and is told of each change at once', () => {
  const { store, heard } = listen()
  store.setState({ sequence: 1 })
  vi.stubGlobal('document', { visibilityState: 'hidden' })
  store.setState({ sequence: 2 })
  store.setState({ sequence: 3 })
  expect(heard).toEqual([2, 3])
})
