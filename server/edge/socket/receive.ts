import type { Logger } from 'pino'
import type { Refusal } from '#game/protocol/refusal'
import type { Acknowledgement } from '#game/protocol/socket-events'
import type { Abuse } from '#server/edge/abuse'
import type { Metrics } from '#server/edge/operations/metrics'
import { isDisconnected, type PlayerConnection } from './connection'
import type { Dispatch } from './dispatch'
import { type ParsedMessage, parse } from './parse'
import { terminate } from './terminate'

type ReceiveParts = {
  readonly dispatch: Dispatch
  readonly metrics: Pick<Metrics, 'refused'>
  readonly abuse: Abuse
  readonly log: Logger
}

/**
 * Handles each message: rate limit, parse, dispatch, acknowledge. A connection over its refusals or its messages a minute is
 * terminated, synchronously, before the next message of the same packet is read. A connection whose message fails unexpectedly is
 * disconnected, because only a fresh view can repair its state.
 */
export function createReceive({ dispatch, metrics, abuse, log }: ReceiveParts) {
  function check({ limits }: PlayerConnection, name: string, raw: unknown): ParsedMessage | Refusal {
    const isInTime = limits.allowMessage() && (name === 'ink:add' || limits.allowCommand())
    return isInTime ? (parse(name, raw) ?? 'bad-message') : 'too-often'
  }

  function refuseMore({ socket, address, code, guest }: PlayerConnection, refusal: Refusal): void {
    if (isDisconnected({ socket })) return
    abuse.terminated('refusals', address, { code, player: guest.id, refusal })
    terminate(socket.conn)
  }

  function flood(connection: PlayerConnection): void {
    abuse.flooded(connection, { code: connection.code, player: connection.guest.id })
    terminate(connection.socket.conn)
  }

  return function receive(connection: PlayerConnection, name: string, args: readonly unknown[]): void {
    if (isDisconnected(connection)) return
    if (!connection.limits.allowInTheLongRun()) {
      flood(connection)
      return
    }
    const acknowledge = args.at(-1)

    function answer(acknowledgement: Acknowledgement): void {
      if (typeof acknowledge === 'function') acknowledge(acknowledgement)
      if (acknowledgement.ok) return
      if (typeof acknowledge !== 'function' && name === 'ink:add')
        connection.socket.emit('ink:refused', { refusal: acknowledgement.refusal })
      metrics.refused(acknowledgement.refusal)
      if (isOwnFault(name, acknowledgement.refusal) && !connection.limits.allowRefusal())
        refuseMore(connection, acknowledgement.refusal)
    }

    function fail(error: unknown): void {
      const { code, guest, socket } = connection
      log.error({ err: error, name, code, player: guest.id }, 'A message could not be handled')
      socket.disconnect(true)
    }

    try {
      const request = check(connection, name, args[0])
      if (typeof request === 'string') answer({ ok: false, refusal: request })
      else if (request.name === 'ink:add') answer(dispatch.addInk(connection, request.message))
      else dispatch.request(connection, request).then(answer).catch(fail)
    } catch (error) {
      fail(error)
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
