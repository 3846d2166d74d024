import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Refusal } from '#game/protocol/refusal'
import { createResync } from './requests'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** @param refusals of the first requests, one after the other; all others succeed */
function startResync(...refusals: Refusal[]) {
  const asked: string[] = []
  const resync = createResync(async (name) => {
    asked.push(name)
    const refusal = refusals.shift()
    return refusal ? { ok: false, refusal } : { ok: true }
  })
  return { asked, resync }
}

test.each(['too-often', 'no-answer'] as const)(
  'resync: refused as %s, it is retried until it succeeds',
  async (refusal) => {
    const { asked, resync } = startResync(refusal, refusal)
    resync()
    await vi.advanceTimersToNextTimerAsync()
    expect(asked).toHaveLength(2)
    await vi.advanceTimersToNextTimerAsync()
    expect(asked).toEqual(['room:resync', 'room:resync', 'room:resync'])
    await vi.runAllTimersAsync()
    expect(asked).toHaveLength(3)
  },
)

test('resync: while one is under way or waits for its retry, no other is sent; after it, another may be', async () => {
  const { asked, resync } = startResync('too-often')
  for (let call = 0; call < 3; call++) resync()
  await vi.advanceTimersByTimeAsync(0)
  resync()
  expect(asked).toHaveLength(1)
  await vi.runAllTimersAsync()
  expect(asked).toHaveLength(2)
  resync()
  expect(asked).toHaveLength(3)
})

test('resync: without a seat or a connection there is nothing to retry', async () => {
  for (const refusal of ['not-seated', 'unreachable'] as const) {
    const { asked, resync } = startResync(refusal)
    resync()
    await vi.runAllTimersAsync()
    expect(asked).toHaveLength(1)
  }
})
