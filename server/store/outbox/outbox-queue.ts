/** A job of the outbox is named after its game and its place in it: `GAME-0.json` ... `GAME-9.json`, `GAME-end.json`. */
export function gameOf(name: string): string {
  return name.slice(0, name.lastIndexOf('-'))
}

export type OutboxQueue<Job extends { readonly name: string }> = {
  readonly size: number
  /** In the order in which they are to be done. */
  readonly jobs: readonly Job[]
  find(name: string): Job | undefined
  /** Puts a job behind all others, but before what comes after it in its game. */
  add(job: Job): void
  remove(job: Job): void
  /** Moves a game behind all others, with all its jobs: they stay in order among themselves, and hold up no other game. */
  requeue(game: string): void
}

/** Jobs in the order in which they are to be done: a game never comes before its last round. */
export function createOutboxQueue<Job extends { readonly name: string }>(
  begin: readonly Job[],
): OutboxQueue<Job> {
  // In one game the names are in order, for a digit comes before a letter.
  let jobs = [...begin].sort((one, other) => (one.name < other.name ? -1 : 1))
  return {
    get size() {
      return jobs.length
    },
    get jobs() {
      return jobs
    },
    find: (name) => jobs.find((job) => job.name === name),
    add(job) {
      const game = gameOf(job.name)
      const later = jobs.findIndex(({ name }) => gameOf(name) === game && name > job.name)
      jobs = later < 0 ? [...jobs, job] : jobs.toSpliced(later, 0, job)
    },
    remove(job) {
      jobs = jobs.filter((other) => other !== job)
    },
    requeue(game) {
      const isOwn = ({ name }: Job) => gameOf(name) === game
      jobs = [...jobs.filter((job) => !isOwn(job)), ...jobs.filter(isOwn)]
    },
  }
}
