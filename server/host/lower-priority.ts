import { readdirSync } from 'node:fs'
import { setPriority } from 'node:os'

/**
 * Lowers the priority of this process with all its threads. Linux has one for each, and by itself lowers that of the main thread alone:
 * those that collect its garbage would then go before it, and beside the game.
 * @param priority of `os.constants.priority`
 */
export function lowerPriority(priority: number): void {
  setPriority(priority)
  if (process.platform !== 'linux') return
  for (const thread of readdirSync('/proc/self/task')) setPriority(Number(thread), priority)
}
