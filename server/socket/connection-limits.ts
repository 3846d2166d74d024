import type { Clock } from '#server/clock'
import { createFixedWindow } from '#server/fixed-window'
import type { Limits } from '#server/limits'

/** What one connection may send, counted below socket.io: who hangs up a socket and opens another on it has no new limits. */
export type ConnectionLimits = {
  /** @returns whether one more frame of so many bytes is within the limits; a frame may be no message, as a pong is none */
  allowFrame(bytes: number): boolean
  allowMessage(): boolean
  /** A message that is no ink. */
  allowWish(): boolean
  allowRefusal(): boolean
}

export function createConnectionLimits(clock: Clock, limits: Limits): ConnectionLimits {
  const frames = createFixedWindow(clock, 1_000)
  const bytes = createFixedWindow(clock, 1_000)
  const messages = createFixedWindow(clock, 1_000)
  const wishes = createFixedWindow(clock, 1_000)
  const refusals = createFixedWindow(clock, 60_000)
  return {
    allowFrame: (length) => {
      const isFew = frames.add() <= limits.framesPerConnectionPerSecond
      return bytes.add(length) <= limits.bytesPerConnectionPerSecond && isFew
    },
    allowMessage: () => messages.add() <= limits.messagesPerConnectionPerSecond,
    allowWish: () => wishes.add() <= limits.wishesPerConnectionPerSecond,
    allowRefusal: () => refusals.add() <= limits.refusalsPerConnectionPerMinute,
  }
}
