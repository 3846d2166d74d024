import { afterEach, expect, test, vi } from 'vitest'
import { cancelPaint, paintCalmly, paintFirst, paintInNextFrame } from './animation-frame'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('painting: one that fails is reported, and the others are painted in its frame or the next', () => {
  const frames: (() => void)[] = []
  const reported: unknown[] = []
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame))
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error))
  const failure = new Error('out of memory')
  const seen: string[] = []
  paintInNextFrame(() => {
    throw failure
  })
  paintInNextFrame(() => seen.push('stroke'))
  const forgotten = () => seen.push('forgotten')
  paintInNextFrame(forgotten)
  cancelPaint(forgotten)
  frames.shift()?.()
  paintInNextFrame(() => seen.push('next'))
  frames.shift()?.()
  expect(seen).toEqual(['stroke', 'next'])
  expect(reported).toEqual([failure])
})

test('painting: what lies beside the pad is painted all in one frame, ten times a second at most', () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const frames: (() => void)[] = []
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame))
  const seen: string[] = []
  const paints = ['one', 'other', 'gone'].map((name) => () => void seen.push(name))
  const ask = () => {
    for (const paint of paints) paintCalmly(paint)
  }
  ask()
  vi.advanceTimersByTime(60)
  ask()
  for (const paint of paints.slice(2)) cancelPaint(paint)
  expect(frames).toHaveLength(0)
  vi.advanceTimersByTime(40)
  expect(frames).toHaveLength(1)
  frames.shift()?.()
  expect(seen).toEqual(['one', 'other'])
  vi.advanceTimersByTime(100)
  expect(frames, 'nobody has asked since').toHaveLength(0)
})

test('painting: what is under the pen is first; what a frame has no time for is painted in the next, before what was asked for since', () => {
  const frames: (() => void)[] = []
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame))
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  const seen: string[] = []
  const paints = ['a', 'b', 'c', 'd'].map((name) => () => {
    now += 3
    seen.push(name)
    if (name === 'a') paintInNextFrame(since)
  })
  const since = () => void seen.push('since')
  for (const paint of paints) paintInNextFrame(paint)
  paintFirst(() => seen.push('pen'))
  frames.shift()?.()
  expect(seen).toEqual(['pen', 'a', 'b'])
  expect(frames).toHaveLength(1)
  for (let frame = frames.shift(); frame; frame = frames.shift()) frame()
  expect(seen).toEqual(['pen', 'a', 'b', 'c', 'd', 'since'])
  vi.mocked(performance.now).mockRestore()
})
