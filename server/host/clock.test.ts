import { afterEach, expect, test, vi } from 'vitest'
import { systemClock } from './clock'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const dayMs = 86_400_000

test('clock: a wake in forty days does not come at once', () => {
  vi.useFakeTimers()
  let wakes = 0
  const callOff = systemClock.wakeAt(systemClock.now() + 40 * dayMs, () => wakes++)
  vi.advanceTimersByTime(39 * dayMs)
  expect(wakes).toBe(0)
  vi.advanceTimersByTime(dayMs)
  expect(wakes).toBe(1)
  callOff()
})

test('clock: it is right after the machine slept, and never runs backwards', () => {
  const before = systemClock.now()
  const setClock = vi.spyOn(Date, 'now').mockReturnValue(before + dayMs)
  expect(systemClock.now()).toBeGreaterThan(before + dayMs / 2)
  setClock.mockReturnValue(before)
  expect(systemClock.now()).toBeGreaterThan(before + dayMs / 2)
})
