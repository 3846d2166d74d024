import { setMaxListeners } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { type InkOp, strokesOf } from '#game/drawing/ink'
import { listenToPen } from './pen-listener'

afterEach(() => vi.unstubAllGlobals())
// Node takes more than ten for a leak.
setMaxListeners(0)

/** A pad of 100 px at the origin, on a page that opened 50 s ago. */
function openPad(size = { width: 100, height: 100 }) {
  const page = new EventTarget()
  const zone = Object.assign(new EventTarget(), { setPointerCapture() {} })
  const box = { left: 0, top: 0, ...size }
  const pad = { getBoundingClientRect: () => ({ ...box }) } as HTMLElement
  vi.stubGlobal('window', page)
  vi.stubGlobal('performance', { now: () => 50_000 })
  const ink: InkOp[] = []
  const handlers = {
    isDrawable: true,
    toRoundMs: (timeStamp: number) => timeStamp,
    onInk: (ops: readonly InkOp[]) => void ink.push(...ops),
    isStrokeDown: () => strokesOf(ink).length > 0,
  }
  const listener = listenToPen(zone as unknown as HTMLElement, pad, { current: handlers })
  const fire = (type: string, clientX: number, clientY: number, part: object = {}) => {
    const event = new Event(type, { cancelable: true })
    const values = { pointerId: 1, pointerType: 'touch', button: 0, buttons: 1, width: 20, height: 20 }
    for (const [key, value] of Object.entries({ ...values, clientX, clientY, timeStamp: 49_990, ...part }))
      Object.defineProperty(event, key, { value })
    for (const target of type === 'pointerdown' ? [zone] : [page]) target.dispatchEvent(event)
    return event
  }
  return { fire, ink, box, handlers, listener }
}

const pointsOf = (ink: readonly InkOp[]) => strokesOf(ink).map((stroke) => stroke.map(({ x, y }) => [x, y]))

test('pen: an up whose time is on another clock ends its stroke now', () => {
  const { fire, ink } = openPad()
  fire('pointerdown', 50, 50)
  fire('pointerup', 50, 50, { timeStamp: Date.now() })
  expect(ink.at(-1)).toEqual({ kind: 'lift', atMs: 50_000 })
})

test('pen: a pad without a size draws nothing of what comes down, and what is down stays where it was', () => {
  const { fire, ink, box } = openPad({ width: 0, height: 0 })
  fire('pointerdown', 50, 50)
  Object.assign(box, { width: 100, height: 100 })
  fire('pointermove', 60, 60)
  expect(ink).toEqual([])

  fire('pointerdown', 50, 50)
  Object.assign(box, { width: 0, height: 0 })
  fire('pointermove', 100, 50)
  expect(pointsOf(ink)).toEqual([
    [
      [512, 512],
      [1023, 512],
    ],
  ])
})

test('[H6] the box is read anew with every move', () => {
  const { fire, ink, box } = openPad()
  fire('pointerdown', 50, 50)
  Object.assign(box, { top: 50, width: 200, height: 200 })
  fire('pointermove', 100, 100)
  expect(pointsOf(ink)).toEqual([
    [
      [512, 512],
      [512, 256],
    ],
  ])
})

test('pen: ink that cannot be taken in is reported, and does not end its stroke', async () => {
  const { fire, ink, handlers } = openPad()
  const { onInk } = handlers
  handlers.onInk = () => {
    throw new Error('no room')
  }
  const reported = vi.fn()
  process.once('uncaughtException', reported)
  fire('pointerdown', 10, 10)
  await setImmediate()
  expect(reported).toHaveBeenCalledOnce()
  handlers.onInk = onInk
  fire('pointermove', 50, 50)
  fire('pointermove', 80, 50)
  expect(pointsOf(ink)).toEqual([
    [
      [512, 512],
      [819, 512],
    ],
  ])
})

test('[R9] what begins while the pad is not drawable draws nothing when it is', () => {
  const { fire, ink, handlers, listener } = openPad()
  handlers.isDrawable = false
  expect(fire('pointerdown', 50, 50).defaultPrevented, 'nor does it scroll').toBe(true)
  handlers.isDrawable = true
  fire('pointermove', 90, 50)
  expect(ink).toEqual([])

  fire('pointerdown', 50, 50)
  listener.rest()
  fire('pointermove', 90, 50)
  expect(pointsOf(ink)).toEqual([[[512, 512]]])
})

test('[H2] a cancel takes nothing back when the stroke was wiped away under the finger', () => {
  const { fire, ink } = openPad()
  fire('pointerdown', 50, 50)
  ink.push({ kind: 'clear', atMs: 49_995 })
  fire('pointercancel', 50, 50)
  expect(ink.map(({ kind }) => kind)).toEqual(['draw', 'clear'])
})
