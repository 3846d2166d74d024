import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import path from 'node:path'

/**
 * Gives this program, and all that it starts from now on, one folder for what is temporary, which is gone when the program ends. Whatever
 * is made in there may be left: by a test that has failed, or by a child that was ended by a signal. Within a program that has called
 * it before, or was started by one, it does nothing.
 */
export function enterTempRoot(): void {
  if (process.env.TEMP_ROOT) return
  const root = mkdtempSync(path.join(tmpdir(), 'digit-dash-'))
  // Where root runs the tests, Postgres is another user.
  chmodSync(root, 0o711)
  process.env.TEMP_ROOT = root
  process.env.TMPDIR = root
  process.once('exit', () => rmSync(root, { recursive: true, force: true, maxRetries: 3 }))
  // A signal ends a program without an exit, unless somebody listens; who else does decides.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      if (process.listenerCount(signal) === 0) process.exit(128 + constants.signals[signal])
    })
  }
}
