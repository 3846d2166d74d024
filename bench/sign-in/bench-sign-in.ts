import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ensureAdminPassword } from '#server/auth/admin'
import { locally } from '../../e2e/address'
import { startServer } from '../../e2e/server'
import { type Report, rounded } from '../report'
import { openSignInForm, type SignInAnswer, type SignInRequest } from './sign-in-form'

const tries = 1_000
const tryingAtOnce = 50
/** The timeout for signing in with the right password. */
const patienceMs = 120_000

type Attack = {
  readonly name: string
  /** The client of each wrong password. */
  client(index: number): NonNullable<Parameters<SignInRequest['submit']>[1]>
}

const attacks: readonly Attack[] = [
  { name: '1 address', client: () => ({ localAddress: '127.1.0.1' }) },
  {
    name: '1,000 addresses',
    client: (index) => ({ localAddress: `127.2.${index >> 8}.${index & 255}` }),
  },
  {
    name: '1,000 addresses, by a proxy',
    client: (index) => ({ headers: { 'x-forwarded-for': `198.51.${index >> 8}.${index & 255}` } }),
  },
]

/** Tries wrong passwords from many addresses against the built game, and the right one meanwhile and afterwards. */
export async function benchSignIn(): Promise<Report[]> {
  const rows: Record<string, Report['rows'][string]> = {}
  for (const attack of attacks) rows[attack.name] = await measure(attack)
  return [
    {
      title: `Admin sign-in: ${tries} wrong passwords, ${tryingAtOnce} at once`,
      rows,
      notes: [
        'Known: the right password in mid-attack, from a browser that has signed in before. Stranger: from a new address.',
        'A refusal says how long to wait; the right password waits as told and is tried again. The password is the one of the first start.',
      ],
    },
  ]
}

async function measure(attack: Attack): Promise<Report['rows'][string]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-sign-in-'))
  const password = (await ensureAdminPassword({ dataFolder: folder })) ?? ''
  const server = await startServer({ DATA_FOLDER: folder, TRUST_PROXY: 'loopback' })
  try {
    return await guess(locally(server.url), password, attack)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function guess(url: string, password: string, attack: Attack): Promise<Report['rows'][string]> {
  const form = await openSignInForm(url)
  const { cookie } = await form.submit(password, { localAddress: '127.3.0.1' })
  const usage = await watchUsage(url)
  const startedAt = performance.now()
  const answers: SignInAnswer[] = []
  let next = 0
  const attacking = Promise.all(
    Array.from({ length: tryingAtOnce }, async () => {
      while (next < tries) {
        const index = next++
        answers.push((await form.submit(`wrong ${index}`, attack.client(index))).answer)
      }
    }),
  )
  const untilMidAttack = async () => {
    while (answers.length < tries / 4) await wait(1)
  }
  await untilMidAttack()
  const [known, stranger] = await Promise.all([
    timeSignIn(form, password, { localAddress: '127.3.0.1', headers: { cookie } }),
    timeSignIn(form, password, { localAddress: '127.3.0.2' }),
    attacking,
  ])
  const tookMs = performance.now() - startedAt
  const { cpuSeconds, megabytes } = await usage.stop()
  const after = await timeSignIn(form, password, { localAddress: '127.3.0.3' })
  return {
    'passwords checked': answers.filter((answer) => answer === 'wrong').length,
    s: rounded(tookMs / 1_000),
    'CPU s': rounded(cpuSeconds),
    'most MB': Math.round(megabytes),
    'known in ms': known,
    'stranger in ms': stranger,
    'stranger afterwards in ms': after,
  }
}

/** @returns how long it took to sign in, waiting as each refusal says; the wait that is left after the timeout */
async function timeSignIn(
  form: SignInRequest,
  password: string,
  client: ReturnType<Attack['client']>,
): Promise<number | string> {
  const startedAt = performance.now()
  for (;;) {
    const { answer } = await form.submit(password, client)
    const tookMs = performance.now() - startedAt
    if (answer === 'signed-in') return Math.round(tookMs)
    if (answer === 'wrong') throw new Error('the right password was called wrong')
    if (tookMs + answer.waitSeconds * 1_000 > patienceMs) return `kept out, ${answer.waitSeconds} s to go`
    await wait(answer.waitSeconds * 1_000)
  }
}

/** The resources that the server uses from now on, by its own metrics. */
async function watchUsage(url: string) {
  const read = async (name: string) => {
    const body = await (await fetch(`${url}/metrics`)).text()
    return Number(new RegExp(`^${name} (.+)$`, 'm').exec(body)?.[1])
  }
  let bytes = 0
  let isOver = false
  const cpuBefore = await read('process_cpu_seconds_total')
  const sampling = (async () => {
    while (!isOver) {
      bytes = Math.max(bytes, await read('process_resident_memory_bytes'))
      await wait(250)
    }
  })()
  return {
    async stop() {
      isOver = true
      await sampling
      return { cpuSeconds: (await read('process_cpu_seconds_total')) - cpuBefore, megabytes: bytes / 1e6 }
    },
  }
}
