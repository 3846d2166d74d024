/** What keeps the older files of a room's log: something that finished in the room is still being written elsewhere. */
export type Retention = {
  readonly isNeeded: boolean
  /** Until this has settled, also when it fails. */
  retain(until: Promise<unknown>): void
  /** Resolves when nothing is retained any more; what is retained in the meantime counts, too. */
  released(): Promise<void>
}

export function createRetention(): Retention {
  let retained: Promise<unknown> = Promise.resolve()
  let count = 0

  function released(): Promise<void> {
    const known = retained
    return known.then(() => (known === retained ? undefined : released()))
  }

  return {
    get isNeeded() {
      return count > 0
    },
    retain(until) {
      count++
      const settled = until.catch(() => undefined).then(() => count--)
      retained = Promise.all([retained, settled])
    },
    released,
  }
}
