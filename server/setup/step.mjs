import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Plain JavaScript and Node's own modules only: this runs before anything is installed. */

export const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Runs a setup step if its inputs have changed since the last time, and prints one line.
 * @param {object} step
 * @param {string} step.title as printed, such as "Building the pages"
 * @param {string[]} step.reads input files and folders, from the root
 * @param {string} step.stamp file with the fingerprint of the inputs, inside the output, so that both are deleted together
 * @param {() => Promise<void>} step.work
 * @param {() => boolean} [step.isDone] whether it was done by hand already
 */
export async function doOnce({ title, reads, stamp, work, isDone = () => false }) {
  const file = path.join(root, stamp)
  const print = fingerprint(reads)
  if (existsSync(file) && readFileSync(file, 'utf8') === print) return
  if (!isDone()) {
    process.stdout.write(`${title} ... `)
    const startedAt = performance.now()
    await work()
    process.stdout.write(`${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`)
  }
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, print)
}

/** A step that failed; its output is printed already. */
export class StepError extends Error {}

/**
 * Runs a program, and prints its output only if it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [variables] added to the environment
 */
export async function runQuietly(program, args, variables = {}) {
  /** @type {Buffer[]} */
  const said = []
  const code = await runProgram(program, args, variables, (chunk) => said.push(chunk))
  if (code === 0) return
  process.stdout.write('failed\n\n')
  process.stdout.write(Buffer.concat(said))
  throw new StepError(`${path.basename(program)} ${args.join(' ')} ended with code ${code}.`)
}

/**
 * Runs a program to its end; a signal to this process is forwarded to it.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [variables] added to the environment
 * @param {(chunk: Buffer) => void} [onOutput] gets the output; without it the program inherits ours
 * @returns {Promise<number>} its exit code
 */
export async function runProgram(program, args, variables = {}, onOutput) {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...variables },
    stdio: ['ignore', onOutput ? 'pipe' : 'inherit', onOutput ? 'pipe' : 'inherit'],
    // npm is a batch file on Windows.
    shell: process.platform === 'win32' && program === 'npm',
  })
  if (onOutput) for (const stream of [child.stdout, child.stderr]) stream?.on('data', onOutput)
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    child.kill(signal)
    process.exit(130)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    const [code] = await once(child, 'close')
    return code ?? 1
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}

/** @param {string[]} reads @returns {string} a hash of the names and contents of all files, and of Node's version */
function fingerprint(reads) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${process.versions.modules}`)
  for (const read of reads)
    for (const file of filesUnder(read)) hash.update(file).update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

/** @param {string} name @returns {string[]} */
function filesUnder(name) {
  if (/(^|\/)generated$|\.test\.tsx?$/.test(name)) return []
  const entries = listFolder(path.join(root, name))
  if (!entries) return existsSync(path.join(root, name)) ? [name] : []
  return entries.flatMap((entry) => filesUnder(`${name}/${entry}`))
}

/** @param {string} folder @returns {string[] | undefined} undefined when it is a file or missing */
function listFolder(folder) {
  try {
    return readdirSync(folder).sort()
  } catch {
    return undefined
  }
}
