import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export type PromotionResult = {
  readonly isPromoted: boolean
  /** What the command said, a line each: what spoke against it, or that it judges now. */
  readonly lines: readonly string[]
}

const timeoutMs = 120_000
const run = promisify(execFile)

/**
 * [F23] Promotes a version as `npm run promote` does, in a process of its own: it loads the network and asks it for its golden answers,
 * and the game's process has no time for that. Servers follow `champion.json`.
 * @param version of a folder in models/
 */
export async function runPromotion(
  version: string,
  { by, why }: { readonly by: string; readonly why: string },
): Promise<PromotionResult> {
  const args = ['--import', 'tsx', 'models/promote.ts', `models/${version}`, `--by=${by}`, `--why=${why}`]
  try {
    const { stdout } = await run(process.execPath, args, { timeout: timeoutMs })
    return { isPromoted: true, lines: linesOf(stdout) }
  } catch (error) {
    const { stdout = '', stderr = '', message, signal } = error as Error & Partial<Ended>
    if (signal)
      return { isPromoted: false, lines: [`the command was ended (${signal}) before it was done; try again`] }
    const lines = linesOf(stdout || stderr)
    return { isPromoted: false, lines: lines.length > 0 ? lines : [message] }
  }
}

/** How a command ended that did not end well. */
type Ended = { readonly stdout: string; readonly stderr: string; readonly signal: NodeJS.Signals | null }

function linesOf(text: string): string[] {
  return text.split('\n').filter(Boolean).slice(0, 50)
}
