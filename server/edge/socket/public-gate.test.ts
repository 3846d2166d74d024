import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createManualClock } from '#server/testing/manual-clock'
import { createPublicGate } from './public-gate'

test('[R17] public gate: open while the database is away, and logged once a minute', async () => {
  const lines: string[] = []
  const log = pino({}, { write: (line) => lines.push(line) })
  const clock = createManualClock()
  const fails = async () => {
    throw new Error('the database is away')
  }
  const refuse = createPublicGate({ moderation: { findStatus: fails, saveReport: fails }, clock, log })
  const ada = { id: '00000000-0000-4000-8000-000000000001', name: 'Ada', colour: 0 }
  for (let join = 0; join < 100; join++) expect(await refuse(ada, { isPublic: true })).toBeUndefined()
  expect(lines).toHaveLength(1)
  clock.advance(60_000)
  await refuse(ada, { isPublic: true })
  expect(lines).toHaveLength(2)
})
