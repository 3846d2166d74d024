import type { StoreApi } from 'zustand/vanilla'
import type { InkOp } from '#game/drawing/ink'
import { encodeInk } from '#game/drawing/ink-codec'
import type { Refusal } from '#game/protocol/refusal'
import { markSent, nextBatch } from './ink-log'
import { addOwnInk } from './own-ink'
import type { SendInk } from './requests'
import type { RoomState } from './room-state'

export type InkOutbox = {
  /**
   * Ink from the own pen; shown at once, sent in batches.
   * @param drawing the one that the pad shows: screens are a frame behind, and what a hand does in that frame is not for the next
   * @returns false when the drawing can take no more
   */
  draw(drawing: number, ops: readonly InkOp[], isByKeyboard?: boolean): boolean
  /** Sends what waits, unless that is under way. */
  flush(): void
  /** Some of what was sent is not at the server. */
  refused(refusal: Refusal): void
}

/** A refusal that says ink was lost on the way, so that it can be sent again; any other says that it comes too late. */
const resendableRefusals: readonly Refusal[] = ['ink-gap', 'too-often', 'bad-message', 'paused']

/**
 * Sends the own ink in batches, throttled to one a tick, each with its place in the drawing: at-least-once delivery,
 * which the rules make idempotent.
 * @param resync gets the ink that the server has; what it does not have is sent again after it
 */
export function createInkOutbox(store: StoreApi<RoomState>, send: SendInk, resync: () => void): InkOutbox {
  let timer: ReturnType<typeof setTimeout> | undefined
  let sentAt = 0

  /** Timers come late where a pen keeps a slow page busy, so it is the time that counts and not whether one has come. */
  function flush(): void {
    if (timer === undefined || performance.now() - sentAt >= store.getState().tickMs) sendNext()
  }

  function sendNext(): void {
    clearTimeout(timer)
    timer = undefined
    const { own, connection, isBehind, room } = store.getState()
    const maySend = connection.name === 'connected' && !isBehind && !room?.pause
    const batch = own && maySend ? nextBatch(own.log) : null
    if (!own || !batch) return
    const { round, drawing, isByKeyboard } = own
    // First: who hears of the new state may flush.
    sentAt = performance.now()
    timer = setTimeout(sendNext, store.getState().tickMs)
    store.setState({ own: { ...own, log: markSent(own.log, batch.from + batch.ops.length) } })
    send({ round, drawing, from: batch.from, inkText: encodeInk(batch.ops), isByKeyboard })
  }

  function refused(refusal: Refusal): void {
    if (!resendableRefusals.includes(refusal) || store.getState().isBehind) return
    // A batch that is no valid message would be refused again.
    const isUnreadable = refusal === 'bad-message'
    store.setState({ isBehind: true, ...(isUnreadable && { own: null }) })
    resync()
  }

  return {
    draw(drawing, ops, isByKeyboard) {
      const { own } = store.getState()
      if (own?.drawing !== drawing) return true
      const grown = addOwnInk(own, ops, isByKeyboard)
      store.setState({ own: grown })
      flush()
      return grown !== own
    },
    flush,
    refused,
  }
}
