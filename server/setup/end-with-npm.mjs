import path from 'node:path'

const everyMs = 500
const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Shuts down gracefully when the npm that started this process has ended: npm signals the shell that it started, which may end
 * without forwarding the signal. A process that was started without npm goes on without its parent.
 */
export function endWithNpm() {
  if (!isStartedByNpm()) return
  const parent = process.ppid
  const watching = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watching)
    process.kill(process.pid, 'SIGTERM')
  }, everyMs)
  watching.unref()

  // No second signal during a shutdown: it would end the process at once.
  for (const signal of signals)
    process.once(signal, () => {
      clearInterval(watching)
      const isHandled = process.listenerCount(signal) > 0
      if (!isHandled) process.kill(process.pid, signal)
    })
}

/** npm sets its script's name for all descendants, so it has to be ours. */
function isStartedByNpm() {
  const [, program = ''] = process.argv
  return process.env.npm_lifecycle_script?.includes(path.basename(program)) ?? false
}
