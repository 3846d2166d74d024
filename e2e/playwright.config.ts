import { defineConfig } from '@playwright/test'
import { networkName } from './address'
import { findBrowser } from './browser'
import { webServer } from './server'

export default defineConfig({
  testDir: '.',
  // What ends in .test.ts is run by Vitest; the other engines, the whole gallery and the flywheel have commands of their own.
  testMatch: '*.spec.ts',
  testIgnore: ['**/e2e/engines/**', '**/e2e/gallery/**', '**/e2e/flywheel/**'],
  outputDir: '../test-results',
  fullyParallel: true,
  // Most of the time of a story goes into waiting: for rounds, reveals and servers. Alone it needs a quarter of a core.
  workers: 4,
  timeout: 180_000,
  expect: { timeout: 45_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    actionTimeout: 30_000,
    baseURL: `http://${networkName}:${process.env.E2E_PORT}`,
    launchOptions: await findBrowser(),
    screenshot: 'only-on-failure',
  },
  webServer,
})
