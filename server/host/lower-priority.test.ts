import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const program = `
  import { readdirSync } from 'node:fs'
  import { getPriority } from 'node:os'
  import { lowerPriority } from '#server/host/lower-priority'
  lowerPriority(7)
  console.log(JSON.stringify(readdirSync('/proc/self/task').map((thread) => getPriority(Number(thread)))))`

test.runIf(process.platform === 'linux')(
  'priority: all threads of a process are lowered, also those that collect its garbage',
  async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...['--import', 'tsx', '--input-type=module', '--eval', program],
    ])
    const priorities: number[] = JSON.parse(stdout)
    expect(priorities.length).toBeGreaterThan(1)
    expect([...new Set(priorities)]).toEqual([7])
  },
)
