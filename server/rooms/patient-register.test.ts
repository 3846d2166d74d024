import { expect, test } from 'vitest'
import { createManualClock } from '#server/testing/manual-clock'
import { patientRegister } from './patient-register'

const ruling = { isBanned: true, refusedName: null, name: 'Ada' }

test('patient register: while the database hangs one waits for it, the next do not, and later it is asked again', async () => {
  const clock = createManualClock()
  let hangs = true
  const findRuling = () => (hangs ? new Promise<never>(() => {}) : Promise.resolve(ruling))
  const register = patientRegister({ findRuling, saveReport: async () => {} }, clock)
  const first = register.findRuling('ada')
  clock.advance(1_000)
  await expect(first).rejects.toThrow('does not answer')
  await expect(register.findRuling('ada')).rejects.toThrow('does not answer')
  expect(clock.waiting).toBe(0)
  hangs = false
  clock.advance(5_000)
  expect(await register.findRuling('ada')).toEqual(ruling)
})
