import { areas } from './areas.mjs'

const { mutate, least } = areas[process.env.MUTATED_AREA ?? ''] ?? { mutate: [], least: 0 }
const only = process.env.MUTATED_FILES?.split(',')

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'server/testing/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  mutate: [...(only ?? mutate), '!**/*.test.ts', '!**/testing/**', '!**/generated/**'],
  ignorePatterns: ['.next', '.data', '.cache/e2e', '.cache/chromium-*', 'test-results'],
  // A static mutant would load every test anew; what it changes is a constant that a test of the rule has to notice anyway.
  ignoreStatic: true,
  // Stryker's own way of moving it asks for an interface that TypeScript 7 has no more.
  tsconfigFile: 'none',
  plugins: ['@stryker-mutator/vitest-runner'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  reporters: ['clear-text', 'progress-append-only'],
  thresholds: { high: 90, low: least, break: only ? null : least },
  concurrency: Number(process.env.MUTATION_WORKERS ?? 2),
  tempDirName: '.cache/stryker',
  allowEmpty: true,
}
