import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { installWorker, isOffline, isSavingData } from './network'
import { holdScreen, matchesMedia, watchMedia, watchPixels } from './screen'
import { readStored, store } from './storage'
import { canRunWasm } from './wasm'

beforeEach(() => vi.stubGlobal('devicePixelRatio', 1))
afterEach(() => vi.unstubAllGlobals())

const browser = (navigator: object) => vi.stubGlobal('navigator', navigator)
const forbidden = (name: string) => ({
  get [name]() {
    throw new DOMException('forbidden', 'SecurityError')
  },
})
const fail = async () => {
  throw new DOMException('no', 'NotAllowedError')
}

test('storage: what is kept is read again', () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  })
  store('is-muted', 'true')
  expect(readStored('is-muted')).toBe('true')
})

test('storage: a getter that throws, as in private modes, keeps nothing and harms nothing', () => {
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get() {
      throw new DOMException('forbidden', 'SecurityError')
    },
  })
  expect(() => store('is-muted', 'true')).not.toThrow()
  expect(readStored('is-muted')).toBeNull()
  Reflect.deleteProperty(globalThis, 'localStorage')
})

test('storage: a full one keeps nothing and harms nothing', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem() {
      throw new DOMException('full', 'QuotaExceededError')
    },
  })
  expect(() => store('is-muted', 'true')).not.toThrow()
})

test.each([
  ['is missing', {}],
  ['may not be used', forbidden('serviceWorker')],
  ['is refused', { serviceWorker: { register: fail } }],
])('service worker: a page goes on where it %s', async (_, navigator) => {
  browser(navigator)
  await expect(installWorker('/sw.js')).resolves.toBeUndefined()
})

test('service worker: it is installed where there are any', async () => {
  const installed: string[] = []
  browser({ serviceWorker: { register: async (path: string) => installed.push(path) } })
  await installWorker('/sw.js')
  expect(installed).toEqual(['/sw.js'])
})

test.each([
  ['is missing', {}],
  ['is refused, as on an empty battery', { wakeLock: { request: fail } }],
])('wake lock: the screen may sleep where it %s', async (_, navigator) => {
  browser(navigator)
  expect(await holdScreen()).toBeNull()
})

test('wake lock: one that is held is released, though it was gone already', async () => {
  let releases = 0
  const release = () => {
    releases++
    return fail()
  }
  browser({ wakeLock: { request: async () => ({ release }) } })
  const lock = await holdScreen()
  lock?.release()
  expect(releases).toBe(1)
})

test('network: a browser that knows nothing of it has one, and saves nothing', () => {
  browser({})
  expect([isOffline(), isSavingData()]).toEqual([false, false])
  browser({ onLine: false, connection: { saveData: true } })
  expect([isOffline(), isSavingData()]).toEqual([true, true])
})

test.each([
  ['missing', undefined],
  [
    'forbidden',
    {
      validate() {
        throw new Error('no')
      },
    },
  ],
  ['without SIMD', { validate: () => false }],
])('WebAssembly: no network runs where it is %s', (_, wasm) => {
  expect(canRunWasm()).toBe(true)
  vi.stubGlobal('WebAssembly', wasm)
  expect(canRunWasm()).toBe(false)
})

test('media: a browser without queries matches none, and one without events changes never', () => {
  vi.stubGlobal('matchMedia', undefined)
  expect(matchesMedia('(prefers-color-scheme: dark)')).toBe(false)
  expect(watchMedia('print', () => {})).not.toThrow()
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  expect(matchesMedia('print')).toBe(true)
  expect(watchMedia('print', () => {})).not.toThrow()
})

function screens() {
  const lists = new Map<string, EventTarget>()
  const observed: unknown[] = []
  vi.stubGlobal('matchMedia', (query: string) => {
    const list = lists.get(query) ?? Object.assign(new EventTarget(), { matches: true })
    lists.set(query, list)
    return list
  })
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = (element: unknown) => observed.push(element)
      disconnect = () => observed.pop()
    },
  )
  const moveTo = (ratio: number) => {
    const before = lists.get(`(resolution: ${devicePixelRatio}dppx)`)
    vi.stubGlobal('devicePixelRatio', ratio)
    before?.dispatchEvent(new Event('change'))
  }
  return { moveTo, observed }
}

test('[H6] pixels: every change of the ratio is told, though the size stays', () => {
  const { moveTo, observed } = screens()
  const changed = vi.fn()
  const forget = watchPixels({} as Element, changed)
  for (const ratio of [2, 1.5, 1]) moveTo(ratio)
  expect(changed).toHaveBeenCalledTimes(3)
  forget()
  moveTo(2)
  expect(changed).toHaveBeenCalledTimes(3)
  expect(observed).toEqual([])
})

test('pixels: where sizes cannot be observed, a canvas is fitted once', () => {
  vi.stubGlobal('ResizeObserver', undefined)
  vi.stubGlobal('matchMedia', undefined)
  const changed = vi.fn()
  const forget = watchPixels({} as Element, changed)
  expect(changed).toHaveBeenCalledOnce()
  expect(forget).not.toThrow()
})
