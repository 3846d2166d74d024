import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Account, faultsOf, settleAccount } from './account'
import { openArena } from './arena'
import { isReady, untilReadiness } from './readiness'
import { withServer } from './with-server'

/** The faults of the built-in Postgres: suspended for a while, killed, or stopped from outside. */
const outages = ['frozen', 'killed', 'stopped'] as const
type OutageName = (typeof outages)[number]

export type PostgresPlan = {
  /** How often each of them happens. */
  readonly times: number
  readonly frozenMs: number
  readonly rooms: number
  readonly players: number
  readonly rounds: number
  readonly tell?: (line: string) => void
}

export type Outage = {
  readonly name: OutageName
  /** From the end of the fault to a ready server, ms. */
  readonly readyMs: number
}

export type PostgresReport = Account & { readonly outages: readonly Outage[] }

/** Injects faults into the Postgres of a real server in mid-game, again and again, and reports what was lost. */
export async function runPostgres(plan: PostgresPlan): Promise<PostgresReport> {
  const { times, frozenMs, rooms, players, rounds, tell = () => {} } = plan
  return withServer({ hasBuiltInDatabase: true }, async ({ url, secret, databaseUrl, dataFolder }) => {
    const arena = await openArena(url, secret, { rooms, players, rounds })
    const done: Outage[] = []
    const faults: string[] = []
    for (const name of Array.from({ length: times }, () => outages).flat()) {
      await arena.reaches('drawing')
      const readyMs = await (name === 'frozen' ? freeze() : strike(name === 'killed' ? 'SIGKILL' : 'SIGINT'))
      if (readyMs === Number.POSITIVE_INFINITY) faults.push(`${name}: the server is not ready again`)
      done.push({ name, readyMs })
      tell(`Postgres ${name}: ready after ${readyMs} ms, ${faultsOf(arena).length} faults`)
    }

    async function strike(signal: NodeJS.Signals): Promise<number> {
      const before = await findPostmaster(dataFolder)
      process.kill(before, signal)
      return untilReadiness(
        url,
        async (answer) =>
          isReady(answer) && (await findPostmaster(dataFolder).catch(() => before)) !== before,
      )
    }

    /** Games must go on meanwhile, to the end of a round and to the beginning of the next. */
    async function freeze(): Promise<number> {
      const processes = await family(await findPostmaster(dataFolder))
      const signal = (name: NodeJS.Signals) => processes.forEach((pid) => void signalIfThere(pid, name))
      signal('SIGSTOP')
      try {
        const [noticedMs] = await Promise.all([
          untilReadiness(url, ({ parts }) => parts.database !== 'ok'),
          playOn().catch((error: Error) => faults.push(`frozen: ${error.message}`)),
          pause(frozenMs),
        ])
        tell(`Postgres frozen: said so after ${noticedMs} ms`)
      } finally {
        signal('SIGCONT')
      }
      return untilReadiness(url, isReady)
    }

    async function playOn(): Promise<void> {
      for (const phase of ['reveal', 'drawing']) await arena.reaches(phase, frozenMs)
    }

    const account = await settleAccount(arena, databaseUrl)
    return { ...account, faults: [...faults, ...account.faults], outages: done }
  })
}

async function findPostmaster(dataFolder: string): Promise<number> {
  const note = await readFile(path.join(dataFolder, 'postgres/data/postmaster.pid'), 'utf8')
  return Number(note.split('\n')[0])
}

/** A session may end between the moment it is found and this one. */
function signalIfThere(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** A process and its children: each session of Postgres is one. */
async function family(parent: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid='])
  const all = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  return [parent, ...all.flatMap(([pid, ppid]) => (pid !== undefined && ppid === parent ? [pid] : []))]
}
