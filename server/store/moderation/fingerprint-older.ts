import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { inkColumns } from '#server/store/games/ink-columns'
import type { Prisma } from '#server/store/prisma'

/** A few milliseconds of work; games go on in between. */
const rowsAtOnce = 20
const pauseMs = 50

/**
 * [F7] Computes the fingerprints of drawings that were stored without one, in small batches with pauses, so that copies of them are
 * found as well. Resumes at the next start with what is left.
 */
export function fingerprintOlder(
  prisma: Prisma,
  log: Logger,
): { finished: Promise<void>; close(): Promise<void> } {
  const closing = new AbortController()
  async function work(): Promise<void> {
    while (!closing.signal.aborted && (await fingerprintSome(prisma)) > 0)
      await pause(pauseMs, undefined, { signal: closing.signal }).catch(() => undefined)
  }
  const finished = work().catch((error) =>
    log.warn({ err: error }, 'Stored drawings could not be looked through; the next start goes on'),
  )
  return {
    finished,
    async close() {
      closing.abort()
      await finished
    },
  }
}

/** @returns how many were looked through; 0 when none is left */
async function fingerprintSome(prisma: Prisma): Promise<number> {
  const drawings = await prisma.drawing.findMany({
    where: { fingerprint: null, inkedAt: null },
    select: {
      id: true,
      ink: true,
      isByKeyboard: true,
      lagCreditMs: true,
      round: { select: { startedAt: true } },
    },
    take: rowsAtOnce,
  })
  if (drawings.length === 0) return 0
  const found = drawings.map(({ id, round, ...drawing }) => ({
    id,
    ...inkColumns(round.startedAt.getTime(), drawing),
  }))
  await prisma.$executeRaw`
    update "Drawing" drawing set fingerprint = found.fingerprint, "inkedAt" = found."inkedAt"
    from unnest(
      ${found.map(({ id }) => id)}::uuid[], ${found.map(({ fingerprint }) => fingerprint)}::text[],
      ${found.map(({ inkedAt }) => inkedAt)}::timestamptz[]
    ) as found (id, fingerprint, "inkedAt") where drawing.id = found.id`
  return drawings.length
}
