import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{app,bench,e2e,game,models,server}/**/*.test.ts'],
    setupFiles: ['server/testing/fail-on-console-error.ts'],
    // Most of the time goes into waiting for processes, sockets and databases.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
