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
