import type { Logger } from 'pino'

/** The timeout of an orderly shutdown. */
const mostClosingMs = 20_000

export type Lifecycle = {
  /** Registers how a part is closed; parts close in reverse order. */
  onClose(name: string, close: () => Promise<unknown> | unknown): void
  /** True from the call of `close` on. */
  readonly isClosing: boolean
  /**
   * Opens a part that has to be closed with this process, also if the shutdown begins while it is still opening.
   * @param opening should stop waiting once `signal` is aborted
   * @throws what `opening` throws, or the signal's reason if the shutdown has begun in the meantime
   */
  open<Part>(
    name: string,
    opening: (signal: AbortSignal) => Promise<Part>,
    close: (part: Part) => Promise<unknown> | unknown,
  ): Promise<Part>
  /** Closes all parts in reverse order. One that fails to close does not hold up the others. */
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
        .catch((error) => log.error({ err: error }, `${name} failed to close`))
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

/** Signals this close together are one Ctrl-C: the terminal sends it to npm and to us, and npm forwards its own. */
const oneKeyMs = 1_000

/** Graceful shutdown at the first signal or uncaught error; a later second signal ends the process at once. */
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

  // A terminal whose window is closed sends SIGHUP.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => end(0, 'Closing: players are told, rooms are saved'))
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'Uncaught error')
    if (endingSince === null) end(1, 'Closing')
  })
}
