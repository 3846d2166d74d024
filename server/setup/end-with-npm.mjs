import path from 'node:path'

const everyMs = 500
const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Ends us, in order, when the npm that started us has gone. npm hands a signal to the shell that it started, which dies of
 * it and hands on nothing: we would go on unnoticed. Who was started without npm may lose its parent, and goes on.
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

  // Whoever is ending already is not told again: that would end it in disorder.
  for (const signal of signals)
    process.once(signal, () => {
      clearInterval(watching)
      const isHandled = process.listenerCount(signal) > 0
      if (!isHandled) process.kill(process.pid, signal)
    })
}

/** npm tells its script to everything below it, also to those that start us without npm: it has to be ours. */
function isStartedByNpm() {
  const [, program = ''] = process.argv
  return process.env.npm_lifecycle_script?.includes(path.basename(program)) ?? false
}
