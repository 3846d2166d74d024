import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Begins with the tests beside the stories: they play whole games against real servers, a minute and more, and would otherwise be
 * waited for alone at the end. How long tests took the last time, a fresh clone does not know.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => moduleId.includes('/e2e/')
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    include: ['{app,bench,e2e,game,models,server}/**/*.test.ts'],
    setupFiles: ['server/testing/fail-on-console-error.ts'],
    // Most of the time goes into waiting for processes, sockets and databases.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
