import { defineConfig } from 'vitest/config'
import whole from '../../../vitest.config'
import { areas, leftOut, limits } from './areas.mjs'

const area = areas[process.env.MUTATED_AREA ?? '']

export default defineConfig({
  ...whole,
  test: {
    ...whole.test,
    projects: undefined,
    include: process.env.MUTATING_TESTS?.split(',') ?? area?.tests ?? [],
    exclude: leftOut,
    isolate: !area?.share,
    setupFiles: ['server/testing/mutation/time-limits.ts', 'server/testing/fail-on-console-error.ts'],
    globalSetup: area?.database ? ['server/testing/keep-postgres.ts'] : [],
    expect: { poll: { timeout: limits.mutantTestMs / 2 } },
  },
})
