/**
 * What is mutated, the tests that have to notice, and the least share of mutants (in percent) that they must. Where the test files share
 * one process (none of them mocks a module), a mutant need not load everything anew for each.
 * @type {Record<string, { mutate: string[], tests: string[], least: number, share?: true, database?: true }>}
 */
export const areas = {
  game: { mutate: ['game/**/*.ts'], tests: ['game/**/*.test.ts'], least: 85, share: true },
  edge: {
    mutate: ['server/edge/**/*.ts'],
    tests: ['server/edge/**/*.test.ts', 'server/app.test.ts', 'server/testing/stories/*.test.ts'],
    least: 75,
    share: true,
    database: true,
  },
  rooms: {
    mutate: ['server/rooms/**/*.ts'],
    tests: [
      'server/rooms/**/*.test.ts',
      'server/testing/contracts/journal.test.ts',
      'server/testing/stories/restart.test.ts',
    ],
    least: 75,
  },
  judge: {
    // A thread of its own is not mutated.
    mutate: ['server/judge/*.ts', '!server/judge/{backend,judge-worker,worker}.ts'],
    tests: ['server/judge/{batch,champion,fair-pool,fair-queue,packed-drawings,pool-failures}.test.ts'],
    least: 75,
  },
  store: {
    mutate: ['server/store/**/*.ts'],
    tests: ['server/store/**/*.test.ts'],
    least: 75,
    share: true,
    database: true,
  },
  client: {
    mutate: ['app/_web/play/room-client/**/*.ts'],
    tests: ['app/_web/play/room-client/**/*.test.ts'],
    least: 75,
  },
  gate: {
    mutate: ['models/evaluation/gate.ts', 'models/promotion.ts'],
    tests: ['models/**/gate.test.ts', 'models/promotion.test.ts'],
    least: 75,
  },
}

/**
 * Slow for what they find, for every mutant that they reach would run them as a whole: thousands of games at random, a class of forty
 * that asks for all its pages, a thousand planted drawings, bootstraps of all test sets. They have limits of their own, too, which a busy
 * machine outlasts. The rulebook's test reads other folders than are copied.
 */
export const leftOut = [
  'game/room/fuzz.test.ts',
  'game/spec.test.ts',
  'models/evaluation/gate-bootstraps.test.ts',
  'server/store/samples/poison.test.ts',
  'server/testing/stories/classroom.test.ts',
]

/**
 * How long one test may take, ms. Before anything is changed all tests must pass, however slow the machine is. With a mutant, a test
 * that waits for ever for what no longer comes is to fail, long after a slow one has passed.
 */
export const limits = { unchangedTestMs: 600_000, mutantTestMs: 60_000 }
