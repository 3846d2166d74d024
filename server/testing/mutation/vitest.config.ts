import { defineConfig } from 'vitest/config'
import whole from '../../../vitest.config'
import { areas, leftOut } from './areas.mjs'

const area = process.env.MUTATED_AREA ?? ''

export default defineConfig({
  ...whole,
  test: {
    ...whole.test,
    projects: undefined,
    include: process.env.MUTATING_TESTS?.split(',') ?? areas[area]?.tests ?? [],
    exclude: leftOut,
    // A mutant that makes a test wait for ever is found out, and need not be waited for as long as a slow machine.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // The rules keep nothing from test to test, so a mutant need not load them anew for each file.
    isolate: area !== 'game',
  },
})
