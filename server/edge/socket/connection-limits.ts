import { createFixedWindow } from '#server/edge/fixed-window'
import type { Limits } from '#server/edge/limits'
import type { Clock } from '#server/host/clock'

/** What one connection may send, counted below socket.io: who hangs up a socket and opens another on it has no new limits. */
export type ConnectionLimits = {
  /** @returns whether one more frame of so many bytes is within the limits; a frame may be no message, as a pong is none */
  allowFrame(bytes: number): boolean
  /** The same for a ping or pong of WebSocket itself, which pages cannot send. */
  allowControlFrame(bytes: number): boolean
  allowMessage(): boolean
  /** The same in the long run: what a network has held back comes at once, but there is no more of it. To be asked of each message. */
  allowInTheLongRun(): boolean
  /** A message that is no ink. */
  allowWish(): boolean
  allowRefusal(): boolean
}

/** Each is answered with a write of its own. */
const controlFrameWeight = 30

export function createConnectionLimits(clock: Clock, limits: Limits): ConnectionLimits {
  const frames = createFixedWindow(clock, 1_000)
  const bytes = createFixedWindow(clock, 1_000)
  const messages = createFixedWindow(clock, 1_000)
  const messagesOfMinute = createFixedWindow(clock, 60_000)
  const wishes = createFixedWindow(clock, 1_000)
  const refusals = createFixedWindow(clock, 60_000)
  const allow = (length: number, weight: number) => {
    const isFew = frames.add(weight) <= limits.framesPerConnectionPerSecond
    return bytes.add(length) <= limits.bytesPerConnectionPerSecond && isFew
  }
  return {
    allowFrame: (length) => allow(length, 1),
    allowControlFrame: (length) => allow(length, controlFrameWeight),
    allowMessage: () => messages.add() <= limits.messagesPerConnectionPerSecond,
    allowInTheLongRun: () => messagesOfMinute.add() <= limits.messagesPerConnectionPerMinute,
    allowWish: () => wishes.add() <= limits.wishesPerConnectionPerSecond,
    allowRefusal: () => refusals.add() <= limits.refusalsPerConnectionPerMinute,
  }
}
