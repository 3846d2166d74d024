type Options<Write> = {
  /** All of them, or none and it fails. */
  readonly write: (writes: readonly Write[]) => Promise<void>
  readonly sizeOf: (write: Write) => number
  /** A batch has no more than this in all, unless it is one write that has more alone. */
  readonly mostSize: number
  /** So many batches are written at the same time. */
  readonly mostAtOnce: number
}

type Waiting<Write> = {
  readonly write: Write
  /** Whether a batch with it has failed: then it is written alone, and fails for nothing but itself. */
  readonly isAlone: boolean
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Writes what is asked for while other writes are under way in batches, in the order in which it was asked for. Who asks waits for the batch.
 */
export function batchWrites<Write>({ write, sizeOf, mostSize, mostAtOnce }: Options<Write>) {
  let waiting: Waiting<Write>[] = []
  let running = 0

  function take(): Waiting<Write>[] {
    let size = 0
    const end = waiting.findIndex((each, index) => {
      size += sizeOf(each.write)
      return index > 0 && (size > mostSize || each.isAlone || waiting[0]?.isAlone)
    })
    const batch = end < 0 ? waiting : waiting.slice(0, end)
    waiting = waiting.slice(batch.length)
    return batch
  }

  async function writeNext(): Promise<void> {
    if (running === mostAtOnce || waiting.length === 0) return
    running++
    const batch = take()
    try {
      await write(batch.map((each) => each.write))
      for (const { resolve } of batch) resolve()
    } catch (error) {
      const [only, ...others] = batch
      if (only && others.length === 0) only.reject(error)
      else waiting = [...batch.map((each) => ({ ...each, isAlone: true })), ...waiting]
    }
    running--
    for (let slot = 0; slot < mostAtOnce; slot++) void writeNext()
  }

  return (asked: Write): Promise<void> => {
    const written = new Promise<void>((resolve, reject) => {
      waiting.push({ write: asked, isAlone: false, resolve, reject })
    })
    // What is asked for in the same turn is one batch.
    queueMicrotask(() => void writeNext())
    return written
  }
}
