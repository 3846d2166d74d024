import type { Clock } from '#server/host/clock'

export type RoomTimers = {
  /** Sets the next deadline in place of the one before. @param at ms since the epoch; Infinity while nothing is due */
  arm(at: number): void
  /** From then on neither is called. */
  stop(): void
}

const asleep = { at: Number.POSITIVE_INFINITY, cancel: () => {} }

/**
 * The timers of one room: one for its next deadline, and, as long as it has one, another every so often.
 * @param onDeadline the deadline is over then, and the next one has to be set
 */
export function createRoomTimers(
  clock: Clock,
  heartbeatMs: number,
  { onDeadline, onHeartbeat }: { onDeadline: () => void; onHeartbeat: () => void },
): RoomTimers {
  let armed = asleep
  let cancelHeartbeat = () => {}
  let isStopped = false

  function wake(): void {
    armed = asleep
    onDeadline()
  }

  function beat(): void {
    cancelHeartbeat = () => {}
    onHeartbeat()
    if (!isStopped) armHeartbeat()
  }

  function armHeartbeat(): void {
    cancelHeartbeat()
    cancelHeartbeat =
      armed.at === Number.POSITIVE_INFINITY ? () => {} : clock.wakeAt(clock.now() + heartbeatMs, beat)
  }

  return {
    arm(at) {
      if (at === armed.at) return
      armed.cancel()
      const wasAsleep = armed.at === Number.POSITIVE_INFINITY
      armed = { at, cancel: clock.wakeAt(at, wake) }
      if (wasAsleep) armHeartbeat()
    },
    stop() {
      isStopped = true
      armed.cancel()
      cancelHeartbeat()
    },
  }
}
