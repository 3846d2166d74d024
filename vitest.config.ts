import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { enterTempRoot } from './server/testing/temp-root.ts'

enterTempRoot()

/**
 * Begins with the tests that play whole games against real servers and those that start and stop programs, a minute and more, which would
 * otherwise be waited for alone at the end. How long tests took the last time, a fresh clone does not know. Then come those that share
 * their processes, one project after the other, because a process ends when the next test wants one of its own.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const turns = ['waiting', 'stored', 'together', 'alone']
    const sorted = await super.sort(files)
    return sorted.toSorted(
      (one, other) => turns.indexOf(one.project.name) - turns.indexOf(other.project.name),
    )
  }
}

const all = '{app,bench,e2e,game,models,server}/**/*.test.ts'
/** They start programs, threads and servers, and wait for them. */
const waiting = [
  'e2e/{bots/bots,chaos/kills}.test.ts',
  'models/promotion.test.ts',
  'models/training/{repaired-flaw,retraining,teachers,trainer,runs/train-command}.test.ts',
  'server/host/{data-folder/claim,lifecycle,log,run-promotion}.test.ts',
  'server/host/postgres/{embedded,fence,migrate,pool,requirements,tls,unasked}.test.ts',
  'server/judge/{champion,fair-pool,pool,pool-failures}.test.ts',
  'server/setup/{end-with-npm,step}.test.ts',
]
/** They need the Postgres of the tests, and nothing else. */
const stored = ['server/{store,testing/contracts,testing/stories}/**/*.test.ts']
/** They leave something behind in their process, or need it to be new: modules that are mocked, or that remember, a clock for all, TensorFlow's engine, and what counts objects. */
const alone = [
  'app/_web/ink/canvas/{animation-frame,pen-listener}.test.ts',
  'app/_web/play/room-client/room-client.polling.test.ts',
  'bench/**/*.test.ts',
  'models/{engine,judge-rounds,judge-start}.test.ts',
  'models/training/{batch-norm,wasm-gradients}.test.ts',
  'server/app.polling.test.ts',
  'server/rooms/{log-file,rooms}.test.ts',
  'server/testing/stories/soak.test.ts',
]

/**
 * To start a process for a test file, and to load there what it imports, took longer than most tests do. So all share processes
 * that can.
 */
const project = (
  name: string,
  isolate: boolean,
  include: string[],
  exclude: string[],
  more: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration => ({
  extends: true,
  test: { name, isolate, include, exclude: [...configDefaults.exclude, ...exclude], ...more },
})

export default defineConfig({
  test: {
    projects: [
      project('waiting', true, waiting, []),
      project('stored', false, stored, alone, { globalSetup: 'server/testing/keep-postgres.ts' }),
      project('together', false, [all], [...waiting, ...stored, ...alone]),
      project('alone', true, alone, []),
    ],
    setupFiles: ['server/testing/fail-on-console-error.ts'],
    unstubGlobals: true,
    // Some of the time goes into waiting for processes, sockets and databases.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // Against what hangs alone: a busy machine may take ten times as long as a quiet one.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
})
