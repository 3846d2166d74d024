/**
 * What is mutated, the tests that have to notice, and the least share of mutants (in percent) that they must.
 * @type {Record<string, { mutate: string[], tests: string[], least: number }>}
 */
export const areas = {
  game: { mutate: ['game/**/*.ts'], tests: ['game/**/*.test.ts'], least: 85 },
  edge: {
    mutate: ['server/edge/**/*.ts'],
    tests: ['server/edge/**/*.test.ts', 'server/app.test.ts', 'server/testing/stories/*.test.ts'],
    least: 75,
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
  store: { mutate: ['server/store/**/*.ts'], tests: ['server/store/**/*.test.ts'], least: 75 },
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

/** Slow for what they find: a mutant would run them as a whole, and a busy machine takes longer for one of them than a test may. */
export const leftOut = [
  'game/room/fuzz.test.ts',
  'game/spec.test.ts',
  'server/testing/stories/classroom.test.ts',
]
