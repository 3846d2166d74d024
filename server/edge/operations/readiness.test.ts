import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { checkReadiness } from './readiness'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('readyz: each part is checked at most once a second', async () => {
  const disk = vi.fn(async () => {})
  const checks = { disk }
  const ready = { isReady: true, parts: { disk: 'ok' } }
  expect(await Promise.all([checkReadiness(checks), checkReadiness(checks)])).toEqual([ready, ready])
  expect(await checkReadiness(checks)).toEqual(ready)
  expect(disk).toHaveBeenCalledTimes(1)

  vi.advanceTimersByTime(1_000)
  disk.mockRejectedValueOnce(new Error('gone'))
  expect(await checkReadiness(checks)).toEqual({ isReady: false, parts: { disk: 'fails' } })
})
