import { defineConfig } from '@playwright/test'
import stories from '../playwright.config'

/** All states there are; a third of them is part of `npm test`. */
export default defineConfig({
  ...stories,
  testDir: '.',
  testIgnore: [],
  outputDir: '../../test-results/gallery-run',
})
