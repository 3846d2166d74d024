import { afterEach, expect, test, vi } from 'vitest'
import { cancelPaint, paintInNextFrame } from './animation-frame'

afterEach(() => vi.unstubAllGlobals())

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
