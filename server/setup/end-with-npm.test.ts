import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { root } from './step.mjs'

let folder: string
const at = (name: string) => path.join(folder, name)
const said = (name: string) => readFile(at(name), 'utf8').catch(() => '')

/** A project with our own script for `npm start`, whose server says what it lives through. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'npm-'))
  const { scripts } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
  const loose = scripts.start.replace('exec ', '')
  await writeFile(at('package.json'), JSON.stringify({ scripts: { start: scripts.start, loose } }))
  await mkdir(at('server'))
  await writeFile(
    at('server/start.mjs'),
    `import { writeFileSync } from 'node:fs'
     import { endWithNpm } from ${JSON.stringify(path.join(root, 'server/setup/end-with-npm.mjs'))}
     endWithNpm()
     const end = () => {
       clearInterval(living)
       writeFileSync(process.env.REPORT + '.ended', 'in order')
     }
     for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end)
     const living = setInterval(() => undefined, 1000)
     writeFileSync(process.env.REPORT, String(process.pid))`,
  )
})

const pids: number[] = []
afterAll(async () => {
  for (const pid of pids) if (isAlive(pid)) process.kill(pid, 'SIGKILL')
  await rm(folder, { recursive: true })
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function start(report: string, program: string, args: string[]) {
  const { npm_lifecycle_script, ...environment } = process.env
  const child = spawn(program, args, {
    cwd: folder,
    stdio: 'ignore',
    env: { ...environment, REPORT: report },
  })
  const ended = once(child, 'exit')
  await vi.waitFor(async () => expect(await said(report)).not.toBe(''), { timeout: 60_000, interval: 50 })
  pids.push(Number(await said(report)))
  return { child, ended }
}

test.skipIf(process.platform === 'win32').each([
  ['start', 'SIGTERM'],
  ['start', 'SIGINT'],
  ['start', 'SIGKILL'],
  ['loose', 'SIGTERM'],
] as const)(
  'npm: a server that npm run %s started ends in order when npm alone gets %s',
  async (script, signal) => {
    const report = `${script}-${signal}`
    const { child, ended } = await start(report, 'npm', ['run', script])
    child.kill(signal)
    await ended
    await vi.waitFor(async () => expect(await said(`${report}.ended`)).toBe('in order'), { timeout: 60_000 })
  },
)

test.skipIf(process.platform === 'win32')(
  'npm: a server that was started without it outlives its parent',
  async () => {
    const { child, ended } = await start('alone', 'sh', ['-c', 'node server/start.mjs & wait'])
    child.kill('SIGKILL')
    await ended
    const watched = await start('watched', 'npm', ['run', 'loose'])
    watched.child.kill('SIGTERM')
    // By the time that the one under npm has noticed, the other would have noticed as well.
    await vi.waitFor(async () => expect(await said('watched.ended')).toBe('in order'), { timeout: 60_000 })
    expect(await said('alone.ended')).toBe('')
  },
)
