import { defineConfig } from 'vitest/config'
import { LongestFirst } from './server/testing/longest-first'

export default defineConfig({
  test: {
    include: ['{app,bench,e2e,game,models,server}/**/*.test.ts'],
    setupFiles: ['server/testing/fail-on-console-error.ts'],
    // Most of the time goes into waiting for processes, sockets and databases.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
