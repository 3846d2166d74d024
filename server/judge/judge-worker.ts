import { Worker } from 'node:worker_threads'
import type { WorkerAnswer, WorkerQuestion, WorkerStart } from './worker-messages'

export type JudgeWorker = {
  /** Questions are answered in the order in which they were asked. Rejects when the thread dies first. */
  ask(question: WorkerQuestion): Promise<WorkerAnswer>
  close(): Promise<void>
}

/** @param onDeath called once if the thread ends without having been closed */
export function startJudgeWorker(start: WorkerStart, onDeath: (cause: Error) => void): JudgeWorker {
  // Beside this file in the sources, and beside the bundle of which this is a part.
  const thread = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: start })
  const asked: { resolve: (answer: WorkerAnswer) => void; reject: (cause: Error) => void }[] = []
  let death: Error | null = null

  function die(cause: Error): void {
    if (death) return
    death = cause
    for (const { reject } of asked.splice(0)) reject(cause)
    onDeath(cause)
  }

  thread.on('message', (answer: WorkerAnswer) => asked.shift()?.resolve(answer))
  thread.on('error', die)
  thread.on('exit', () => die(new Error('the thread has ended')))

  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (death) return reject(death)
        asked.push({ resolve, reject })
        thread.postMessage(question, question.type === 'classify' ? [question.drawings.buffer] : [])
      }),
    async close() {
      death ??= new Error('the thread has been closed')
      await thread.terminate()
      for (const { reject } of asked.splice(0)) reject(death)
    },
  }
}
