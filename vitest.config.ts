import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Begins with the tests beside the stories: they play whole games against real servers, a minute and more, and would otherwise be
 * waited for alone at the end. How long tests took the last time, a fresh clone does not know. Then come those that share their
 * processes, one after the other, because a process ends when the next test wants one of its own.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const turnOf = ({ moduleId, project }: TestSpecification) =>
      moduleId.includes('/e2e/') ? 0 : project.config.isolate ? 2 : 1
    return sorted.toSorted((one, other) => turnOf(one) - turnOf(other))
  }
}

/**
 * Tests in these folders leave nothing behind in their process. So they share it, and what they import is loaded once: to load it
 * again for each file took two thirds of their time.
 */
const together = [
  'game/**/*.test.ts',
  'server/{auth,edge,rooms,store}/**/*.test.ts',
  'server/testing/{contracts,stories}/**/*.test.ts',
]
/** Those among them that mock a module, which has been loaded already where a process is shared. */
const mocking = ['server/rooms/{log-file,rooms}.test.ts']
const all = '{app,bench,e2e,game,models,server}/**/*.test.ts'

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: together,
          exclude: [...configDefaults.exclude, ...mocking],
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'mocking', include: mocking },
      },
      {
        extends: true,
        test: { name: 'alone', include: [all], exclude: [...configDefaults.exclude, ...together] },
      },
    ],
    setupFiles: ['server/testing/fail-on-console-error.ts'],
    // Most of the time goes into waiting for processes, sockets and databases.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
