import { defineConfig } from '@playwright/test'
import { findBrowser } from '../browser'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 1,
  // A training and an evaluation are in it.
  timeout: 60 * 60_000,
  expect: { timeout: 45_000 },
  forbidOnly: true,
  reporter: 'list',
  use: { actionTimeout: 30_000, launchOptions: await findBrowser(), screenshot: 'only-on-failure' },
})
