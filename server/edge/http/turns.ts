import type { Clock } from '#server/host/clock'

export type Turns = {
  /** Calls `go` at once, or when all who came before with the same key have had their turn. @returns takes it out of the queue */
  wait(key: string, go: () => void): () => void
}

type Queue = { readonly waiting: Set<() => void>; left: number }

/** Gives each key so many turns in `windowMs`. Who comes beyond that waits in a queue. */
export function createTurns(clock: Clock, windowMs: number, turnsPerWindow: number): Turns {
  const queues = new Map<string, Queue>()

  function openWindow(key: string, queue: Queue): void {
    queue.left = turnsPerWindow
    clock.wakeAt(clock.now() + windowMs, () => {
      if (queue.left === turnsPerWindow) queues.delete(key)
      else openWindow(key, queue)
    })
    for (const go of [...queue.waiting].slice(0, turnsPerWindow)) take(queue, go)
  }

  function take(queue: Queue, go: () => void): void {
    queue.waiting.delete(go)
    queue.left--
    go()
  }

  return {
    wait(key, go) {
      const queue = queues.get(key) ?? { waiting: new Set(), left: 0 }
      if (!queues.has(key)) {
        queues.set(key, queue)
        openWindow(key, queue)
      }
      if (queue.left > 0) take(queue, go)
      else queue.waiting.add(go)
      return () => void queue.waiting.delete(go)
    },
  }
}
