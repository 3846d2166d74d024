import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { ExportMessage, ExportStart } from './export-messages'
import type { ExportOptions } from './prepare-export'

export type ExportProgress = {
  readonly state: 'running' | 'done' | 'cancelled' | 'failed'
  /** How many of how many samples have been read; 0 of 0 until they are chosen. */
  readonly done: number
  readonly total: number
  /** Why it failed, and what to do, where that is known. */
  readonly reason?: string
}

export type RunningExport = {
  readonly pid: number
  /** The zip, made as it is taken. Fails when the export does; who cancels it cancels the export. */
  readonly zip: ReadableStream<Uint8Array>
  progress(): ExportProgress
  /** Ends the process within `mostEndingMs`, whatever it does. */
  cancel(): void
  /** Resolves when the process has ended, and what it kept on disk is gone. */
  readonly ended: Promise<void>
}

export type ExportEnvironment = {
  readonly env?: NodeJS.ProcessEnv
  readonly workFolder?: string
}

/** Somebody who has gone costs the game nothing after this, ms. */
const mostEndingMs = 1_000
/** What the process may keep in memory beside its programs, MB. */
const heapMegabytes = 160
const bundle = path.resolve('.cache/server/export-process.mjs')

/** Built beside the server, or translated as it starts. */
function program(): string[] {
  const isBuilt = process.env.NODE_ENV === 'production' && existsSync(bundle)
  return isBuilt ? [bundle] : ['--import', 'tsx', path.resolve('server/commands/export-process.ts')]
}

/**
 * [F11] Exports in a process of its own, at low priority: the game's process only passes bytes on, as fast as they are taken. The process
 * ends when the zip is complete, when whoever takes it has gone, and with the game's.
 * @param folder the name of the folder in the zip
 */
export async function startExport(
  options: ExportOptions,
  folder: string,
  { env = process.env, workFolder: parent = tmpdir() }: ExportEnvironment = {},
): Promise<RunningExport> {
  const workFolder = await mkdtemp(path.join(parent, 'digit-dash-export-'))
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, ...program()], {
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  let progress: ExportProgress = { state: 'running', done: 0, total: 0 }
  const end = (state: ExportProgress['state'], reason?: string) => {
    if (progress.state === 'running') progress = { ...progress, state, ...(reason ? { reason } : {}) }
  }
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  }).then(async () => {
    await rm(workFolder, { recursive: true, force: true })
    end('failed')
  })
  child.on('message', (message: ExportMessage) => {
    if (message.type === 'done') end('done')
    else if (message.type === 'failed') end('failed', message.isForPeople ? message.message : undefined)
    else if (progress.state === 'running')
      progress = { state: 'running', done: message.done, total: message.total }
  })
  child.send({ options, workFolder, folder } satisfies ExportStart, () => {})

  function cancel(): void {
    end('cancelled')
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), mostEndingMs)
    ended.finally(() => clearTimeout(timer))
  }

  const pieces = (child.stdout as Readable)[Symbol.asyncIterator]()
  const zip = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next()
        if (!done) return controller.enqueue(value)
        await ended
        if (progress.state === 'done') controller.close()
        else controller.error(new Error(`The export has ended early: ${progress.reason ?? progress.state}`))
      },
      cancel,
    },
    { highWaterMark: 0 },
  )
  return { pid: child.pid ?? 0, zip, progress: () => progress, cancel, ended }
}
