import { defineConfig } from '@playwright/test'
import { networkName } from './address'
import { findBrowser } from './browser'
import { adminPassword } from './pages/admin-page'
import { addressLine, dataFolder } from './server'

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
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
  webServer: {
    command: 'node --import tsx e2e/clear-data.ts && node --import tsx server/main.ts',
    cwd: '..',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_FOLDER: dataFolder,
      ADMIN_PASSWORD: adminPassword,
    },
    wait: { stdout: addressLine },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
})
