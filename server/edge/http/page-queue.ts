import type { IncomingMessage } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** A page that takes longer waits for the database or a slow client, not for the processor, so it leaves its place to the next. */
const timeoutMs = 500

export type PageQueue = {
  /** @param key the client address @returns resolves when `render` has ended, or when its turn comes and the client has gone */
  wait(key: string, request: IncomingMessage, render: () => Promise<void> | void): Promise<void>
}

type Queue = { atOnce: number; readonly waiting: (() => void)[] }

/**
 * Limits how many pages are rendered concurrently for one address. A page blocks the event loop for ten milliseconds and more, so
 * that many at once would delay all rooms.
 */
export function createPageQueue(mostAtOnce: number): PageQueue {
  const queues = new Map<string, Queue>()

  async function enter(key: string): Promise<void> {
    const queue = queues.get(key) ?? { atOnce: 0, waiting: [] }
    queues.set(key, queue)
    if (queue.atOnce < mostAtOnce) queue.atOnce++
    else await new Promise<void>((resolve) => queue.waiting.push(resolve))
  }

  function leave(key: string): void {
    const queue = queues.get(key)
    const next = queue?.waiting.shift()
    if (next) next()
    else if (queue && --queue.atOnce === 0) queues.delete(key)
  }

  return {
    async wait(key, request, render) {
      await enter(key)
      let hasLeft = false
      const leaveOnce = () => {
        clearTimeout(timer)
        if (!hasLeft) leave(key)
        hasLeft = true
      }
      const timer = setTimeout(leaveOnce, timeoutMs)
      try {
        // Everybody else has a turn between two pages; and of pipelined requests the last may have had the connection destroyed.
        await nextTurn()
        if (!request.socket.destroyed) await render()
      } finally {
        leaveOnce()
      }
    },
  }
}
