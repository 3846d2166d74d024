import type { Logger } from 'pino'
import type { PlayerId } from '#game/protocol/scalars'
import type { Clock } from '#server/host/clock'
import type { Prisma } from '#server/store/prisma'
import { findRecentErasures } from './tombstones'

const everyMs = 2_000
/** Longer than any erasure takes until others see it; reading a tombstone twice is harmless. */
const lookBackMinutes = 5

/**
 * Removes erased players from the rooms of this server. It polls for new tombstones, because the pages that erase cannot reach
 * rooms, and there may be other servers on the same database.
 * @returns stops it
 */
export function followErasures(
  prisma: Prisma,
  app: { dismiss(isGone: (playerId: PlayerId) => boolean): void },
  { clock, log }: { clock: Clock; log: Logger },
): () => void {
  let isStopped = false
  let callOff = () => {}

  async function look(): Promise<void> {
    const isGone = await findRecentErasures(prisma, lookBackMinutes).catch((error) => {
      // While the database is away nobody is erased either.
      log.debug({ err: error }, 'Erasures could not be looked up')
      return null
    })
    if (isStopped) return
    if (isGone) app.dismiss(isGone)
    lookLater()
  }

  function lookLater(): void {
    callOff = clock.wakeAt(clock.now() + everyMs, () => void look())
  }

  lookLater()
  return () => {
    isStopped = true
    callOff()
  }
}
