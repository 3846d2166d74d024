import type { Logger } from 'pino'
import type { Refusal } from '#game/protocol/refusal'
import type { Acknowledgement } from '#game/protocol/socket-events'
import type { Abuse } from '#server/edge/abuse'
import type { Metrics } from '#server/edge/operations/metrics'
import type { Clock } from '#server/host/clock'
import type { CommandSender } from '#server/rooms/inbox'
import { isDisconnected, type PlayerConnection } from './connection'
import type { Dispatch } from './dispatch'
import { type ParsedMessage, parse } from './parse'
import { readInk } from './read-ink'
import { terminate } from './terminate'

type ReceiveParts = {
  readonly dispatch: Dispatch
  readonly clock: Clock
  readonly metrics: Pick<Metrics, 'refused'>
  readonly abuse: Abuse
  readonly log: Logger
}

/** What comes from one connection. */
export type Receiver = {
  /** A message as socket.io hands it over. */
  message(name: string, args: readonly unknown[]): void
  /** A frame before engine.io has seen it. @returns whether it was ink, and nobody else has to read it */
  ink(frame: Buffer): boolean
}

/** After a silence of this length a frame goes to engine.io, which takes it for a sign of life while it waits for a pong. */
const silenceMs = 1_000

/**
 * Handles each message: rate limit, parse, dispatch, acknowledge. A connection over its refusals or its messages a minute is
 * terminated, synchronously, before the next message of the same packet is read. A connection whose message fails unexpectedly is
 * disconnected, because only a fresh view can repair its state.
 */
export function createReceive({ dispatch, clock, metrics, abuse, log }: ReceiveParts) {
  return function receiverOf(connection: PlayerConnection): Receiver {
    const { socket, limits, address, guest } = connection
    let heardAt = Number.NEGATIVE_INFINITY
    const sender: CommandSender = { refused: refuseInk, failed: (error) => fail('ink:add', error) }

    /** @returns whether a message may be looked at */
    function isWithinLimits(): boolean {
      if (isDisconnected(connection)) return false
      if (limits.allowInTheLongRun()) return true
      abuse.flooded(connection, { code: connection.code, player: guest.id })
      terminate(socket.conn)
      return false
    }

    function check(name: string, raw: unknown): ParsedMessage | Refusal {
      const isInTime = limits.allowMessage() && (name === 'ink:add' || limits.allowCommand())
      return isInTime ? (parse(name, raw) ?? 'bad-message') : 'too-often'
    }

    function refuse(name: string, refusal: Refusal): void {
      metrics.refused(refusal)
      if (!isOwnFault(name, refusal) || limits.allowRefusal() || isDisconnected(connection)) return
      abuse.terminated('refusals', address, { code: connection.code, player: guest.id, refusal })
      terminate(socket.conn)
    }

    function refuseInk(refusal: Refusal): void {
      socket.emit('ink:refused', { refusal })
      refuse('ink:add', refusal)
    }

    function fail(name: string, error: unknown): void {
      const { code } = connection
      log.error({ err: error, name, code, player: guest.id }, 'A message could not be handled')
      socket.disconnect(true)
    }

    return {
      message(name, args) {
        if (!isWithinLimits()) return
        const acknowledge = args.at(-1)
        const isAwaited = typeof acknowledge === 'function'

        function answer(acknowledgement: Acknowledgement): void {
          if (isAwaited) acknowledge(acknowledgement)
          if (!acknowledgement.ok) refuse(name, acknowledgement.refusal)
        }

        try {
          const request = check(name, args[0])
          if (typeof request === 'string') {
            if (name === 'ink:add' && !isAwaited) refuseInk(request)
            else answer({ ok: false, refusal: request })
          } else if (request.name !== 'ink:add')
            dispatch
              .request(connection, request)
              .then(answer)
              .catch((error) => fail(name, error))
          else if (isAwaited) answer(dispatch.askInk(connection, request.message))
          else dispatch.addInk(connection, request.message, sender)
        } catch (error) {
          fail(name, error)
        }
      },
      ink(frame) {
        const now = clock.now()
        const wasSilent = now - heardAt > silenceMs
        heardAt = now
        const ink = wasSilent ? null : readInk(frame)
        if (!ink) return false
        if (!isWithinLimits()) return true
        try {
          if (limits.allowMessage()) dispatch.addInk(connection, ink, sender)
          else refuseInk('too-often')
        } catch (error) {
          fail('ink:add', error)
        }
        return true
      },
    }
  }
}

/**
 * Whether our own page would never have been refused like this. After a network hang it delivers seconds of ink at once: most is
 * too often, and some is for a drawing or a seat that is gone; the limits on frames and messages bound that.
 */
function isOwnFault(name: string, refusal: Refusal): boolean {
  return refusal !== 'too-often' && (name !== 'ink:add' || refusal === 'bad-message')
}
