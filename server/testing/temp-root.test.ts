import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'

let outside = ''
beforeEach(async () => {
  outside = await mkdtemp(path.join(tmpdir(), 'temp-root-'))
})
afterEach(() => rm(outside, { recursive: true }))

/** @returns what a program says that makes a folder, as does a child of it that is killed then */
async function runProgram(ending: string): Promise<string> {
  const module = new URL('temp-root.ts', import.meta.url)
  const make = `fs.mkdtempSync(os.tmpdir() + '/left-')`
  const child = `const fs = require('fs'), os = require('os'); ${make}; process.kill(process.pid, 'SIGKILL')`
  const program = `
    import fs from 'node:fs'
    import os from 'node:os'
    import { spawnSync } from 'node:child_process'
    import { enterTempRoot } from ${JSON.stringify(module.href)}
    enterTempRoot()
    enterTempRoot()
    ${make}
    const { signal } = spawnSync(process.execPath, ['-e', ${JSON.stringify(child)}])
    console.log(signal, fs.readdirSync(os.tmpdir()).length)
    ${ending}`
  const env = { ...process.env, TMPDIR: outside, TEMP_ROOT: '' }
  const args = ['--import', 'tsx', '--input-type=module', '--eval', program]
  const { stdout } = await promisify(execFile)(process.execPath, args, { env }).catch((error) => error)
  return stdout
}

const wait = 'setTimeout(() => {}, 60_000)'
test.each([
  '',
  'process.exit(3)',
  "throw new Error('a test has failed')",
  `process.kill(process.pid, 'SIGINT'); ${wait}`,
  `process.kill(process.pid, 'SIGTERM'); ${wait}`,
  // A program that ends in its own way.
  `process.on('SIGTERM', () => setImmediate(() => process.exit())); process.kill(process.pid, 'SIGTERM'); ${wait}`,
])(
  'temporary folders: none is left, neither by a program that ends with %j nor by its child that is killed',
  async (ending) => {
    expect(await runProgram(ending)).toBe('SIGKILL 2\n')
    // The loader of TypeScript keeps what it has compiled.
    expect((await readdir(outside)).filter((name) => !name.startsWith('tsx-'))).toEqual([])
  },
)
