import { defineConfig } from 'vitest/config'
import whole from '../../../vitest.config'
import { areas, leftOut } from './areas.mjs'

const area = process.env.MUTATED_AREA ?? ''

export default defineConfig({
  ...whole,
  test: {
    ...whole.test,
    include: areas[area]?.tests ?? [],
    exclude: leftOut,
    // The rules keep nothing from test to test, so a mutant need not load them anew for each file.
    isolate: area !== 'game',
  },
})
