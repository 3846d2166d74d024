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
  /** @param at when it happened */
  add(round: number, events: readonly DrawingEvent[], at?: number): void
  /** Something has come just now of which events will be known by the next tick. */
  expect(at: number): void
  /** Tells at once what is waiting. */
  flush(): void
}

/**
 * Gathers what happens on a room's canvases into one numbered message a tick of this pace. The first after a silence goes out at once.
 * Ticks are those of the clock, the same for all rooms, or for some of many: what rooms ask of the judge after a tick comes to it together, and a
 * drawing in a large batch costs it a fraction of one in a small batch.
 * @param takeIn adds what was expected
 */
export function createTickBatcher(
  clock: Clock,
  pace: Pace,
  latency: LatencyMetrics,
  tell: (message: ServerMessage<'drawing:progressed'>) => void,
  takeIn: () => void = () => {},
): TickBatcher {
  const place = pace.takePlace()
  let sequence = 0
  let toldAt = Number.NEGATIVE_INFINITY
  let waiting: { round: number; changes: Change[] } | null = null
  /** When the oldest ink that waits arrived. */
  let inkSince: number | null = null
  let callOff: (() => void) | null = null
  /** All that is taken in for one tick is told in one message. */
  let isTakingIn = false

  function flush(): void {
    callOff?.()
    callOff = null
    isTakingIn = true
    try {
      takeIn()
    } finally {
      isTakingIn = false
    }
    tellWaiting()
  }

  function tellWaiting(): void {
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

  /** A tick that is late is left to its timer, which is next: it tells of all that has been read by then. */
  function expect(at: number): void {
    if (callOff || isTakingIn) return
    const { tickMs } = pace
    const offsetMs = pace.offsetMs(place)
    const dueAt = (Math.floor((toldAt - offsetMs) / tickMs) + 1) * tickMs + offsetMs
    if (dueAt <= at) flush()
    else callOff = clock.wakeAt(dueAt, () => tick(dueAt))
  }

  return {
    get sequence() {
      return sequence
    },
    add(round, events, at = clock.now()) {
      if (events.length === 0) return
      if (waiting && waiting.round !== round) tellWaiting()
      waiting ??= { round, changes: [] }
      for (const event of events) {
        if (event.type === 'ink:added') inkSince ??= at
        waiting.changes.push(toChange(event))
      }
      expect(at)
    },
    expect,
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
