import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Starts a helper program of a browser.
 * @param readyLine what it prints once it is ready, with the group `ready`; null for one that says nothing
 * @throws Error when it ends before that
 */
export async function startProgram(
  file: string,
  args: readonly string[],
  readyLine: RegExp | null,
  env: NodeJS.ProcessEnv = process.env,
) {
  const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const hasEnded = once(child, 'exit')
  let said = ''
  const ready = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk
      const ready = readyLine?.exec(said)?.groups?.ready
      if (ready) resolve(ready)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`${file} ended with ${code}: ${said}`)))
    if (!readyLine) child.on('spawn', () => resolve(''))
  })
  return {
    ready,
    /** @returns all that it and its own programs have said */
    async stop(): Promise<string> {
      child.kill('SIGTERM')
      await hasEnded
      return said
    },
  }
}
