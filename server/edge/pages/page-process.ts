import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { onBoardsForgotten } from '#server/store/boards/board-cache'
import { pageConnections } from '#server/store/connect'
import type { HostedPages, PageOptions, PageSources } from './hosted-pages'
import type { FromPages, PageStart, ToPages } from './page-messages'
import { passOn } from './page-proxy'

type PageProcessOptions = Pick<PageOptions, 'hostname' | 'port'> & {
  readonly log: Pick<Logger, 'error'>
  /** What is started; tests replace it. */
  readonly program?: string
}

/** Built beside the server. */
const bundle = path.resolve('.cache/server/serve-pages.mjs')
/** Rendering makes much garbage that is soon none. */
const flags = ['--max-semi-space-size=32']
/** How long a visitor waits for a new process when one has ended, ms. */
const patienceMs = 10_000
const shortestRestartMs = 100
const longestRestartMs = 10_000
/** More than the process gives itself, ms. */
const mostClosingMs = 3_000

/**
 * Renders pages in a process of their own, so that rooms do not wait for them: it has a lower priority, and one that ends is replaced. It
 * begins to open at once, beside everything else that a start opens.
 */
export async function startPageProcess({
  log,
  program = bundle,
  ...options
}: PageProcessOptions): Promise<HostedPages> {
  const folder = await mkdtemp(path.join(tmpdir(), 'digit-dash-pages-'))
  const agent = new Agent({ keepAlive: true })
  const readiness = new EventEmitter().setMaxListeners(0)
  let isClosing = false
  let isReady = false
  let sources: PageSources | undefined
  let starts = 0
  let waiting = 0
  let restartMs = shortestRestartMs
  let running = start()

  function start() {
    const socket = socketIn(folder, ++starts)
    const child = fork(program, [JSON.stringify({ ...options, socket } satisfies PageStart)], {
      execArgv: flags,
    })
    child.on('message', (message: FromPages) => hear(child, message))
    const ended = new Promise<string>((resolve) => {
      child.once('exit', (code, signal) => resolve(`ended with ${code ?? signal}`))
      child.once('error', (error) => resolve(error.message))
    })
    void ended.then(replace)
    return { child, ended, socket }
  }

  function hear(child: ChildProcess, message: FromPages): void {
    if (message.type === 'ready') {
      isReady = true
      restartMs = shortestRestartMs
      readiness.emit('ready')
    } else
      void sources?.outbox
        .delivered(message.gameId)
        .then(() => tell(child, { type: 'delivered', gameId: message.gameId }))
  }

  /** With exponential backoff. Not before there was one that was asked for pages. */
  async function replace(cause: string): Promise<void> {
    isReady = false
    if (isClosing || !sources) return
    log.error({ cause }, 'The process of the pages has ended; another takes its place')
    await pause(restartMs)
    restartMs = Math.min(restartMs * 2, longestRestartMs)
    if (isClosing) return
    running = start()
    tellSources()
  }

  function tellSources(): void {
    if (!sources) return
    const { address, pagePool } = sources.database
    const connections = { game: pageConnections, pages: pagePool.options.max }
    tell(running.child, { type: 'connect', address, connections })
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isOpen = () => once(readiness, 'ready', { signal: AbortSignal.timeout(patienceMs) })
    if (!isReady) await isOpen()
    const { socket } = running
    try {
      await passOn(request, response, { agent, socketPath: socket })
    } catch (error) {
      if (!hasNotArrived(request, error as NodeJS.ErrnoException)) throw error
      // It has ended, which this process may not have heard yet.
      if (!isReady || running.socket === socket) await isOpen()
      await passOn(request, response, { agent, socketPath: running.socket })
    }
  }

  const stopHearing = onBoardsForgotten(() => tell(running.child, { type: 'boards-changed' }))
  return {
    get load() {
      return { isRunning: isReady, replaced: starts - 1, waiting }
    },
    async answer(request, response) {
      waiting++
      try {
        await answer(request, response)
      } finally {
        waiting--
      }
    },
    async connect(given) {
      const { ended } = running
      const isThere = once(readiness, 'ready')
      sources = given
      tellSources()
      await Promise.race([
        isThere,
        ended.then((cause) => Promise.reject(new Error(`The process of the pages did not start: ${cause}`))),
      ])
    },
    async close() {
      isClosing = true
      stopHearing()
      agent.destroy()
      const { child, ended } = running
      if (child.connected) child.disconnect()
      const timer = setTimeout(() => child.kill('SIGKILL'), mostClosingMs)
      await ended
      clearTimeout(timer)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Whether nobody was there to take a request, which may be sent again: it brings no body, of which a part would be gone. */
function hasNotArrived({ headers }: IncomingMessage, { code = '' }: NodeJS.ErrnoException): boolean {
  return ['ECONNREFUSED', 'ENOENT'].includes(code) && !Number(headers['content-length'])
}

function tell(child: ChildProcess, message: ToPages): void {
  // One that is ending hears nothing any more.
  if (child.connected) child.send(message, () => {})
}

function socketIn(folder: string, number: number): string {
  if (process.platform !== 'win32') return path.join(folder, `${number}.sock`)
  return `\\\\.\\pipe\\${path.basename(folder)}-${number}`
}
