import { encodeInk } from '#game/drawing/ink-codec'
import type { Change, ServerMessage } from '#game/protocol/server-messages'
import type { DrawingEvent } from '#game/room/event'
import { settings } from '#game/settings'
import type { Clock } from '#server/host/clock'
import type { Pace } from './pace'
import type { LatencyMetrics } from './ports'

export type TickBatcher = {
  /** The number of the last message that was told. */
  readonly sequence: number
  add(round: number, events: readonly DrawingEvent[]): void
  /** Tells at once what is waiting. */
  flush(): void
}

/**
 * Gathers what happens on a room's canvases into one numbered message a tick of this pace. The first after a silence goes out at once.
 * Ticks are those of the clock, the same for all rooms, or for some of many: what rooms ask of the judge after a tick comes to it together, and a
 * drawing in a large batch costs it a fraction of one in a small batch.
 */
export function createTickBatcher(
  clock: Clock,
  pace: Pace,
  latency: LatencyMetrics,
  tell: (message: ServerMessage<'drawing:progressed'>) => void,
): TickBatcher {
  const place = pace.takePlace()
  let sequence = 0
  let toldAt = Number.NEGATIVE_INFINITY
  let waiting: { round: number; changes: Change[] } | null = null
  /** When the oldest ink that waits arrived. */
  let inkSince: number | null = null
  let callOff: (() => void) | null = null

  function flush(): void {
    callOff?.()
    callOff = null
    if (!waiting) return
    const { tickMs } = pace
    const isSlow = tickMs > settings.inkBatchMs
    const message = { sequence: ++sequence, ...waiting, ...(isSlow && { tickMs }) }
    waiting = null
    toldAt = clock.now()
    tell(message)
    if (inkSince !== null) latency.inkSent(clock.now() - inkSince)
    inkSince = null
  }

  function tick(dueAt: number): void {
    pace.ticked(clock.now() - dueAt)
    flush()
  }

  return {
    get sequence() {
      return sequence
    },
    add(round, events) {
      if (events.length === 0) return
      if (waiting && waiting.round !== round) flush()
      waiting ??= { round, changes: [] }
      for (const event of events) {
        if (event.type === 'ink:added') inkSince ??= clock.now()
        waiting.changes.push(toChange(event))
      }
      const offsetMs = pace.offsetMs(place)
      const dueAt = (Math.floor((toldAt - offsetMs) / pace.tickMs) + 1) * pace.tickMs + offsetMs
      if (dueAt <= clock.now()) flush()
      else callOff ??= clock.wakeAt(dueAt, () => tick(dueAt))
    },
    flush,
  }
}

function toChange(event: DrawingEvent): Change {
  switch (event.type) {
    case 'ink:added': {
      const { type, canvas, drawing, from, ops, isByKeyboard, hand } = event
      const change = { type, canvas, drawing, from, inkText: encodeInk(ops), isByKeyboard }
      return hand === undefined ? change : { ...change, hand }
    }
    case 'guess:made': {
      const { type, canvas, drawing, guess } = event
      return { type, canvas, drawing, guess: { ...guess, thousandths: guess.thousandths.slice() } }
    }
    default:
      return event
  }
}
