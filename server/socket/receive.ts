import type { Logger } from 'pino'
import type { Acknowledgement } from '#game/protocol/socket-events'
import type { Metrics } from '#server/metrics/metrics'
import { type Connection, hasHungUp, lineOf } from './connection'
import type { Dispatch } from './dispatch'
import { parse } from './parse'
import type { RateLimits } from './rate-limits'

/**
 * The edge, in four steps: limit the rate, parse, dispatch, acknowledge or close. A connection that is refused again and
 * again is closed; so is one whose message could not be dealt with, because only a fresh view can put that right.
 */
export function createReceive(
  rateLimits: RateLimits,
  dispatch: Dispatch,
  metrics: Pick<Metrics, 'refused'>,
  log: Logger,
) {
  async function answer(connection: Connection, name: string, raw: unknown): Promise<Acknowledgement> {
    const line = lineOf(connection.socket)
    const isInTime =
      (await rateLimits.messages.allows(line)) &&
      (name === 'ink:add' || (await rateLimits.wishes.allows(line)))
    if (!isInTime) return { ok: false, refusal: 'too-often' }
    if (hasHungUp(connection)) return { ok: false, refusal: 'not-seated' }
    const request = parse(name, raw)
    if (!request) return { ok: false, refusal: 'bad-message' }
    return dispatch(connection, request)
  }

  return async function receive(
    connection: Connection,
    name: string,
    words: readonly unknown[],
  ): Promise<void> {
    const { socket } = connection
    try {
      const acknowledge = words.at(-1)
      const acknowledgement = await answer(connection, name, words[0])
      if (typeof acknowledge === 'function') acknowledge(acknowledgement)
      if (!acknowledgement.ok) metrics.refused(acknowledgement.refusal)
      if (acknowledgement.ok || (await rateLimits.refusals.allows(lineOf(socket)))) return
      const { address, code, guest } = connection
      const { refusal } = acknowledgement
      log.info({ address, code, player: guest.id, refusal }, 'Refused too often, closed')
    } catch (error) {
      const { code, guest } = connection
      log.error({ err: error, name, code, player: guest.id }, 'A message could not be dealt with')
    }
    socket.disconnect(true)
  }
}
