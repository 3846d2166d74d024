import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllGlobals())

/** Each page has one voice, so each test opens a page. */
const openPage = () => import('./play')

test('sound: a browser without sound still shakes the phone', async () => {
  const vibrate = vi.fn()
  vi.stubGlobal('AudioContext', undefined)
  vi.stubGlobal('navigator', { vibrate, userActivation: { hasBeenActive: true } })
  const { play } = await openPage()
  expect(() => play('lock')).not.toThrow()
  expect(vibrate).toHaveBeenCalled()
})

test('sound: a browser that neither sounds nor shakes, or may not, goes on', async () => {
  vi.stubGlobal('navigator', {
    vibrate() {
      throw new Error('no')
    },
  })
  vi.stubGlobal(
    'AudioContext',
    class {
      constructor() {
        throw new DOMException('no hardware', 'NotSupportedError')
      }
    },
  )
  const { play } = await openPage()
  expect(() => play('lock')).not.toThrow()
})

test('sound: before the first touch a suspended voice is given nothing to play', async () => {
  let resumed = 0
  vi.stubGlobal('navigator', { userActivation: { hasBeenActive: false } })
  vi.stubGlobal(
    'AudioContext',
    class {
      state = 'suspended'
      async resume() {
        resumed++
        throw new DOMException('not yet', 'NotAllowedError')
      }
    },
  )
  const { play } = await openPage()
  expect(() => play('lock')).not.toThrow()
  expect(resumed).toBe(1)
})

test('sound: the audio device rests a second after the last tone, and wakes for the next', async () => {
  vi.useFakeTimers()
  const states: string[] = []
  class Node {
    readonly gain = this
    readonly frequency = this
    setValueAtTime() {}
    linearRampToValueAtTime() {}
    exponentialRampToValueAtTime() {}
    connect = (to: unknown) => to
    start() {}
    stop() {}
  }
  vi.stubGlobal('GainNode', Node)
  vi.stubGlobal('OscillatorNode', Node)
  vi.stubGlobal('navigator', { userActivation: { hasBeenActive: true } })
  vi.stubGlobal(
    'AudioContext',
    class {
      state = 'running'
      currentTime = 0
      async suspend() {
        this.state = 'suspended'
        states.push(this.state)
      }
      async resume() {
        this.state = 'running'
        states.push(this.state)
      }
    },
  )
  const { play } = await openPage()
  play('tick')
  vi.advanceTimersByTime(1_000)
  play('tick')
  vi.advanceTimersByTime(1_000)
  expect(states, 'a tick each second keeps it awake').toEqual([])
  vi.advanceTimersByTime(1_000)
  expect(states).toEqual(['suspended'])
  play('lock')
  expect(states).toEqual(['suspended', 'running'])
  vi.useRealTimers()
})
