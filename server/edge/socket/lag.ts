import type { Clock } from '#server/host/clock'
import type { PlayerConnection } from './connection'

/** The minimum of this many round trips counts: one slow answer is not a slow network. */
const remembered = 5

/**
 * Measures a connection's latency every `everyMs`.
 * @param onProbe called with every probe
 * @returns stops it
 */
export function probeLag(
  connection: PlayerConnection,
  clock: Clock,
  everyMs: number,
  onProbe: () => void,
): () => void {
  const roundTripsMs: number[] = []
  let callOff = () => {}

  function probe(): void {
    callOff = clock.wakeAt(clock.now() + everyMs, probe)
    onProbe()
    const sentAt = clock.now()
    connection.socket.timeout(everyMs * remembered).emit('lag:probe', (lost) => {
      if (lost) return
      roundTripsMs.push(clock.now() - sentAt)
      if (roundTripsMs.length > remembered) roundTripsMs.shift()
      connection.lagMs = Math.min(...roundTripsMs) / 2
    })
  }

  probe()
  return () => callOff()
}
