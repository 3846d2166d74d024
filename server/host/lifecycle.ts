import type { Logger } from 'pino'

/** Longer than this nobody waits for an orderly end. */
const mostClosingMs = 20_000

export type Lifecycle = {
  /** Remembers how a part is taken down; the last one opened is the first to close. */
  onClose(name: string, close: () => Promise<unknown> | unknown): void
  /** From the first moment of `close` on. */
  readonly isClosing: boolean
  /**
   * Opens a part that must not outlive this process: it is closed also when the end comes while it is still opening.
   * @param opening is to stop waiting for anything else once `signal` is aborted
   * @throws what `opening` throws, and the signal's reason when the end came in the meantime
   */
  open<Part>(
    name: string,
    opening: (signal: AbortSignal) => Promise<Part>,
    close: (part: Part) => Promise<unknown> | unknown,
  ): Promise<Part>
  /** Takes everything down in reverse order. A part that will not close does not hold up the others. */
  close(): Promise<void>
}

export function createLifecycle(log: Logger): Lifecycle {
  const parts: { name: string; close: () => Promise<unknown> | unknown }[] = []
  const ending = new AbortController()
  let closing: Promise<void> | null = null

  async function closeAll(): Promise<void> {
    for (const { name, close } of parts.reverse()) {
      log.debug(`Closing ${name}`)
      await Promise.resolve()
        .then(close)
        .catch((error) => log.error({ err: error }, `${name} did not close in order`))
    }
  }

  return {
    onClose: (name, close) => void parts.push({ name, close }),
    get isClosing() {
      return ending.signal.aborted
    },
    async open(name, opening, close) {
      const opened = opening(ending.signal)
      const isOpened = opened.then(
        () => true,
        () => false,
      )
      parts.push({ name, close: async () => (await isOpened) && close(await opened) })
      const part = await opened
      ending.signal.throwIfAborted()
      return part
    },
    close: () => {
      ending.abort()
      closing ??= closeAll()
      return closing
    },
  }
}

/** Signals so close together are one Ctrl-C: the terminal sends it to npm and to us, and npm hands its own on. */
const oneKeyMs = 1_000

/** Ends this process in order at the first signal or fatal error, at once at the second signal. */
export function closeOnSignals(lifecycle: Lifecycle, log: Logger): void {
  let endingSince: number | null = null

  function end(code: number, why: string): void {
    if (endingSince !== null) {
      if (performance.now() - endingSince > oneKeyMs) process.exit(1)
      return
    }
    endingSince = performance.now()
    log.info(why)
    setTimeout(() => {
      log.error('Some part did not close in time')
      process.exit(1)
    }, mostClosingMs).unref()
    void lifecycle.close().then(() => process.exit(code))
  }

  // The last is what a terminal says when its window is closed.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => end(0, 'Closing: players are told, rooms are kept'))
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'Something unforeseen happened')
    if (endingSince === null) end(1, 'Closing')
  })
}
