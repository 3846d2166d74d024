import { inject, vi } from 'vitest'
import { limits } from './areas.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Stryker's: before anything is changed, or with a mutant. */
    mode: 'dry-run' | 'mutant'
  }
}

const limit = inject('mode') === 'dry-run' ? limits.unchangedTestMs : limits.mutantTestMs
vi.setConfig({ testTimeout: limit, hookTimeout: limit })
