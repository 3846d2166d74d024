import { setTimeout as pause } from 'node:timers/promises'
import type { GameId } from '#game/protocol/scalars'
import type { Outbox } from './outbox'

type Deliveries = Pick<Outbox, 'delivered'>

/** Next bundles modules of its own for the pages; what both shall have hangs on the one global there is. */
const shared = globalThis as typeof globalThis & { [key: symbol]: Deliveries | undefined }
const key = Symbol.for('digit-dash.outbox')

/** A page answers with what there is, when the database has not taken a game for so long, ms. */
const mostWaitMs = 5_000

/** Lets pages wait for what finishes on this server. */
export function shareOutbox(outbox: Deliveries): void {
  shared[key] = outbox
}

/** Waits for what this server has yet to write of a game; not at all where there is nothing. */
export async function whenDelivered(gameId: GameId, mostMs = mostWaitMs): Promise<void> {
  const giveUp = new AbortController()
  const patience = pause(mostMs, undefined, { signal: giveUp.signal }).catch(() => undefined)
  await Promise.race([shared[key]?.delivered(gameId), patience])
  giveUp.abort()
}
