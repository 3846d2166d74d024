import { expect, test } from 'vitest'
import { createManualClock } from '#server/testing/manual-clock'
import { withTimeout } from './with-timeout'

const status = { isBanned: true, refusedName: null, name: 'Ada' }

test('moderation store: while the database hangs one waits for its timeout, the next fail at once, and later it is asked again', async () => {
  const clock = createManualClock()
  let hangs = true
  const findStatus = () => (hangs ? new Promise<never>(() => {}) : Promise.resolve(status))
  const moderation = withTimeout({ findStatus, saveReport: async () => {} }, clock)
  const first = moderation.findStatus('ada')
  clock.advance(999)
  expect(clock.waiting).toBe(1)
  clock.advance(1)
  await expect(first).rejects.toThrow('does not answer')
  await expect(moderation.findStatus('ada')).rejects.toThrow('does not answer')
  expect(clock.waiting).toBe(0)
  hangs = false
  clock.advance(4_999)
  await expect(moderation.findStatus('ada')).rejects.toThrow('does not answer')
  clock.advance(1)
  expect(await moderation.findStatus('ada')).toEqual(status)
})

test('moderation store: an answer in time, or a failure, calls its timeout off', async () => {
  const clock = createManualClock()
  let fails = false
  const findStatus = async () => {
    if (fails) throw new Error('away')
    return status
  }
  const moderation = withTimeout({ findStatus, saveReport: async () => {} }, clock)
  expect(await moderation.findStatus('ada')).toEqual(status)
  fails = true
  await expect(moderation.findStatus('ada')).rejects.toThrow('away')
  clock.advance(2_000)
  fails = false
  expect(await moderation.findStatus('ada')).toEqual(status)
})
