import { defineConfig } from '@playwright/test'
import stories from '../playwright.config'

/** All states there are; every third is part of `npm test`. */
export default defineConfig({
  ...stories,
  testDir: '.',
  testIgnore: [],
  // Up to sixty screens each.
  timeout: 600_000,
  outputDir: '../../test-results/gallery-run',
})
