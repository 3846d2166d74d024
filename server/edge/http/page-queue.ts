import type { IncomingMessage } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Who has waited for so long for the database, or for a slow phone to take a page, needs the processor no more than others. */
const mostMs = 500

export type PageQueue = {
  /** @param key whose page it is @returns when `render` has ended; at once when nobody is there to read it once its turn comes */
  wait(key: string, request: IncomingMessage, render: () => Promise<void> | void): Promise<void>
}

type Queue = { atOnce: number; readonly waiting: (() => void)[] }

/**
 * Renders so many pages at once for one address. A page takes the event loop for ten milliseconds and more, so those that are
 * asked for together would keep all rooms waiting for all of them.
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
        clearTimeout(patience)
        if (!hasLeft) leave(key)
        hasLeft = true
      }
      const patience = setTimeout(leaveOnce, mostMs)
      try {
        // Pipelined requests come together, and their connection may be cut for the last of them.
        await nextTurn()
        if (!request.socket.destroyed) await render()
      } finally {
        leaveOnce()
      }
    },
  }
}
