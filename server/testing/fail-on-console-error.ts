import { afterEach, beforeEach, vi } from 'vitest'

/** Every test fails if something was written to console.error. */
const complaints: unknown[][] = []

beforeEach(() => {
  complaints.length = 0
  vi.spyOn(console, 'error').mockImplementation((...args) => {
    complaints.push(args)
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  if (complaints.length > 0) throw new Error(`console.error was called: ${complaints.flat().join(' ')}`)
})
