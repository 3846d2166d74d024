import { afterEach, beforeEach, vi } from 'vitest'

/** Every test fails when something wrote to console.error: a complaint nobody reads is a bug nobody sees. */
const complaints: unknown[][] = []

beforeEach(() => {
  complaints.length = 0
  vi.spyOn(console, 'error').mockImplementation((...words) => {
    complaints.push(words)
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  if (complaints.length > 0) throw new Error(`console.error was called: ${complaints.flat().join(' ')}`)
})
