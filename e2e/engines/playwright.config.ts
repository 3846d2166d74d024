import { defineConfig } from '@playwright/test'
import { networkName } from '../address'
import { webServer } from '../server'
import { describeMissing, findEngines } from './find-engines'

// Every worker reads this file again.
if (!process.env.TEST_WORKER_INDEX) for (const line of describeMissing()) console.log(line)

export default defineConfig({
  testDir: '.',
  globalSetup: './require-engine.ts',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 45_000 },
  forbidOnly: true,
  reporter: 'list',
  projects: findEngines().map(({ name }) => ({ name })),
  use: { baseURL: `http://${networkName}:${process.env.E2E_PORT}` },
  webServer,
})
