import type { Logger } from 'pino'
import type { Refusal } from '#game/protocol/refusal'
import type { Acknowledgement } from '#game/protocol/socket-events'
import type { Abuse } from '#server/edge/abuse'
import type { Metrics } from '#server/edge/operations/metrics'
import { type Connection, hasHungUp } from './connection'
import type { Dispatch } from './dispatch'
import { parse, type Request } from './parse'
import { terminate } from './terminate'

type ReceiveParts = {
  readonly dispatch: Dispatch
  readonly metrics: Pick<Metrics, 'refused'>
  readonly abuse: Abuse
  readonly log: Logger
}

/**
 * The edge, in four steps: limit the rate, parse, dispatch, acknowledge or close. A connection that is refused again and
 * again, or sends more in a minute than any hand, is terminated, and before its next message is read: what comes in one packet
 * is limited without a wait. One whose message could not be dealt with is closed, because only a fresh view can put that right.
 */
export function createReceive({ dispatch, metrics, abuse, log }: ReceiveParts) {
  function check({ limits }: Connection, name: string, raw: unknown): Request | Refusal {
    const isInTime = limits.allowMessage() && (name === 'ink:add' || limits.allowWish())
    return isInTime ? (parse(name, raw) ?? 'bad-message') : 'too-often'
  }

  function refuseMore({ socket, address, code, guest }: Connection, refusal: Refusal): void {
    if (hasHungUp({ socket })) return
    abuse.terminated('refusals', address, { code, player: guest.id, refusal })
    terminate(socket.conn)
  }

  function flood(connection: Connection): void {
    abuse.flooded(connection, { code: connection.code, player: connection.guest.id })
    terminate(connection.socket.conn)
  }

  return function receive(connection: Connection, name: string, args: readonly unknown[]): void {
    if (hasHungUp(connection)) return
    if (!connection.limits.allowInTheLongRun()) {
      flood(connection)
      return
    }
    const acknowledge = args.at(-1)

    function answer(acknowledgement: Acknowledgement): void {
      if (typeof acknowledge === 'function') acknowledge(acknowledgement)
      if (acknowledgement.ok) return
      metrics.refused(acknowledgement.refusal)
      if (isOwnFault(name, acknowledgement.refusal) && !connection.limits.allowRefusal())
        refuseMore(connection, acknowledgement.refusal)
    }

    function fail(error: unknown): void {
      const { code, guest, socket } = connection
      log.error({ err: error, name, code, player: guest.id }, 'A message could not be dealt with')
      socket.disconnect(true)
    }

    try {
      const request = check(connection, name, args[0])
      if (typeof request === 'string') answer({ ok: false, refusal: request })
      else dispatch(connection, request).then(answer).catch(fail)
    } catch (error) {
      fail(error)
    }
  }
}

/**
 * Whether a player's browser would not have been refused. A network that hangs delivers seconds of ink at once: most of it is
 * too often, and the rest may be of a drawing that is over or for a seat that is gone. Limits on frames and messages bound that.
 */
function isOwnFault(name: string, refusal: Refusal): boolean {
  return refusal !== 'too-often' && (name !== 'ink:add' || refusal === 'bad-message')
}
