import { defineConfig } from 'vitest/config'
import whole from '../../../vitest.config'
import { areas, leftOut } from './areas.mjs'

export default defineConfig({
  ...whole,
  test: { ...whole.test, include: areas[process.env.MUTATED_AREA ?? '']?.tests ?? [], exclude: leftOut },
})
