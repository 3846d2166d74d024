import { expect, test } from 'vitest'
import { createPlayback } from './playback'

test('replay: it runs at its speed and stops at the end; played again, it begins anew', () => {
  const playback = createPlayback(1_000)
  playback.pass(100)
  expect(playback.getState().atMs).toBe(0)
  playback.play()
  playback.setSpeed(0.5)
  playback.pass(1_000)
  expect(playback.getState()).toMatchObject({ atMs: 500, isPlaying: true })
  playback.pass(5_000)
  expect(playback.getState()).toMatchObject({ atMs: 1_000, isPlaying: false })
  playback.play()
  expect(playback.getState()).toMatchObject({ atMs: 0, isPlaying: true })
})

test('replay: seeking by the scrubber stops it there, within its bounds', () => {
  const playback = createPlayback(1_000)
  playback.play()
  playback.seek(4_000)
  expect(playback.getState()).toMatchObject({ atMs: 1_000, isPlaying: false })
  playback.seek(-5)
  expect(playback.getState().atMs).toBe(0)
})
