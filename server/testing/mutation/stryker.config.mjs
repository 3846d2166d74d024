import { areas, limits } from './areas.mjs'

const { mutate, least } = areas[process.env.MUTATED_AREA ?? ''] ?? { mutate: [], least: 0 }
const sampled = process.env.MUTATION_SAMPLE !== undefined
const only = process.env.MUTATED_FILES?.split(',')

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'server/testing/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  mutate: [...(only ?? mutate), '!**/*.test.ts', '!**/testing/**', '!**/generated/**'],
  // Copied is what the tests need, and nothing that another command may be writing meanwhile (builds, databases, browsers).
  ignorePatterns: ['/**', '!/*.{json,js,mjs,ts}', '!/{app,game,models,prisma,server}/**'],
  // A static mutant would load every test anew; what it changes is a constant that a test of the rule has to notice anyway.
  ignoreStatic: true,
  // Stryker's own way of moving it asks for an interface that TypeScript 7 has no more.
  tsconfigFile: 'none',
  plugins: ['@stryker-mutator/vitest-runner', './server/testing/mutation/plugins.mjs'],
  ignorers: ['types'],
  checkers: sampled ? ['sample'] : [],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  reporters: [sampled ? 'sample' : 'clear-text', 'progress-append-only'],
  thresholds: { high: 90, low: least, break: only ? null : least },
  concurrency: Math.min(Number(process.env.MUTATION_WORKERS ?? 2), sampled ? 2 : Number.POSITIVE_INFINITY),
  // On a busy machine the tests of an area that starts databases and servers take many minutes. The limits below only stop what hangs.
  dryRunTimeoutMinutes: 60,
  timeoutMS: 1.5 * limits.mutantTestMs,
  timeoutFactor: 4,
  tempDirName: '.cache/stryker',
  allowEmpty: true,
}
