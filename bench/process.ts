import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from '../server/setup/prepare.mjs'

/** Another process of this bench. It answers one question after the other. */
export type BenchProcess<Question, Answer> = {
  ask(question: Question): Promise<Answer>
  stop(): Promise<void>
}

/**
 * Starts a TypeScript file in a process of its own, so that what it costs can be told apart from what the rest costs. It is built as the
 * server is, because what is translated as it is loaded is slower.
 * @returns once it has said that it is ready, with what it said
 * @throws Error when it ends before it is ready
 */
export async function startProcess<Ready, Question, Answer>(
  file: URL,
  start: object,
): Promise<BenchProcess<Question, Answer> & { readonly ready: Ready }> {
  const source = fileURLToPath(file)
  const name = path.basename(source, '.ts')
  const folder = path.resolve('.cache/bench', name)
  await bundle({ [name]: source, worker: 'server/judge/worker.ts' }, folder)
  const child = fork(path.join(folder, `${name}.mjs`), [JSON.stringify(start)], { execArgv: execArgv() })
  const ended = once(child, 'exit')
  const dies = ended.then(([code]): never => {
    throw new Error(`${file.pathname} ended with ${code}`)
  })
  // It may also end when nobody asks it anything.
  dies.catch(() => {})
  const says = async () => {
    const [said] = await Promise.race([once(child, 'message'), dies])
    return said
  }
  return {
    ready: await says(),
    ask(question) {
      child.send(question as object)
      return says()
    },
    async stop() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** This process' own, without the translation of sources that are loaded, and that of `npm start`. */
function execArgv(): string[] {
  const own = process.execArgv.filter((each, index, all) => each !== 'tsx' && all[index + 1] !== 'tsx')
  return [...own, '--max-semi-space-size=32', '--no-parallel-scavenge']
}

/** What the parent gave to this process at its start. */
export function readStart<Start>(): Start {
  return JSON.parse(process.argv[2] ?? '{}')
}

/** Says that this process is ready, and answers the parent's questions from then on. */
export function answerParent<Question, Answer>(
  ready: unknown,
  answer: (question: Question) => Answer | Promise<Answer>,
): void {
  process.on('message', async (question: Question) => process.send?.(await answer(question)))
  process.send?.(ready)
}
