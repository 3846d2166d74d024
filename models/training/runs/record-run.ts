import { constants, setPriority } from 'node:os'
import { openRunFile, pruneRuns, type RunFile, runsFolder } from './run-file'

/**
 * [F22] Runs a training to one end or the other, at low priority, and writes down which. A process that is told to stop says so and ends;
 * the checkpoint of the run is at most minutes old.
 * @throws what the training throws
 */
export async function recordRun(train: (runFile: RunFile) => Promise<void>): Promise<void> {
  yieldToOthers()
  const folder = runsFolder(process.env.DATA_FOLDER || '.data')
  const runFile = openRunFile(folder)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      runFile.end('stopped', `stopped by ${signal}`)
      process.exit(128 + constants.signals[signal])
    })
  await pruneRuns(folder)
  try {
    await train(runFile)
    runFile.end('finished')
  } catch (error) {
    runFile.end('failed', error instanceof Error ? error.message : String(error))
    throw error
  }
}

/** Whoever plays on this machine comes first. Threads that are started from now on inherit it. */
function yieldToOthers(): void {
  try {
    setPriority(constants.priority.PRIORITY_LOW)
  } catch {
    // Where the system does not let a process lower itself, it trains all the same.
  }
}
