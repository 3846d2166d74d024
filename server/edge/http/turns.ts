import type { Clock } from '#server/host/clock'

export type Turns = {
  /** Calls `go` at once, or when the earlier ones of the same key have had their turn. @returns removes it from the queue */
  wait(key: string, go: () => void): () => void
}

type Queue = { readonly waiting: Set<() => void>; left: number }

/** A rate limiter that queues: each key has so many turns in `windowMs`, further ones wait in order. */
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
