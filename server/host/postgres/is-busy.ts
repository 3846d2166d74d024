/** What Postgres, the driver and its pool say when time is up. Prisma hands the words on, and the code only of some queries. */
const timeIsUp =
  /due to (?:statement|connection) timeout|timeout exceeded when trying to connect|Query read timeout/

/** Whether a query of a fenced pool failed because the database had no time for it. Trying again later helps. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return timeIsUp.test(error.message) || isBusy(error.cause)
}
