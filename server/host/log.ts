import type { Writable } from 'node:stream'
import pino, { type Logger } from 'pino'
import { prettyFactory } from 'pino-pretty'
import type { Config } from '#server/config'

/** How much is buffered for a slow reader: some ten thousand lines. */
const maxWaitingBytes = 1024 * 1024

let dropped = 0

/** How many log lines of this process were dropped. */
export const droppedLogLines = () => dropped

/**
 * The log: readable lines on a terminal, JSON elsewhere. Never a cookie, a password or a secret. A reader that is stuck or gone does
 * not block the process: beyond a bounded buffer lines are dropped and counted, and once it reads again the log says how many.
 */
export function createLog({ logLevel }: Pick<Config, 'logLevel'>, out: Writable = process.stdout): Logger {
  const isForPeople = out === process.stdout && process.stdout.isTTY
  const format = isForPeople
    ? prettyFactory({ translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' })
    : String
  if (isForPeople) stopBlocking(out)
  let missing = 0
  let isBroken = false

  function write(line: string): void {
    if (!isBroken && out.writableLength + line.length <= maxWaitingBytes) {
      out.write(format(line))
      return
    }
    dropped++
    if (missing++ > 0 || isBroken) return
    out.once('drain', () => {
      const lines = missing
      missing = 0
      log.warn({ lines }, 'Log lines were dropped, because nothing read them')
    })
  }

  // EPIPE: the reader has gone, which is no reason to end.
  out.on('error', () => {
    isBroken = true
  })
  const log = pino({ level: logLevel, base: null }, { write })
  return log
}

/** Node writes to terminals synchronously, so that Ctrl-S would block all games. Pipes are asynchronous. */
function stopBlocking(terminal: Writable): void {
  const { _handle: handle } = terminal as { _handle?: { setBlocking?(isBlocking: boolean): void } }
  handle?.setBlocking?.(false)
}
