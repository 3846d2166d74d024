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
  clock.advance(1_000)
  await expect(first).rejects.toThrow('does not answer')
  await expect(moderation.findStatus('ada')).rejects.toThrow('does not answer')
  expect(clock.waiting).toBe(0)
  hangs = false
  clock.advance(5_000)
  expect(await moderation.findStatus('ada')).toEqual(status)
})
