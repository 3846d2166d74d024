import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{app,bench,e2e,game,models,server}/**/*.test.ts'],
    setupFiles: ['server/testing/fail-on-console-error.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
