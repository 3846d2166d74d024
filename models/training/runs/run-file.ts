import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CurvePoint } from '../checkpoint'
import { mostLosses, type RunNow, runSchema, stateOf, type TrainingRun, thinLosses } from './run-schema'

/** Where runs are written down, in the data folder that the server reads. */
export const runsFolder = (dataFolder: string) => join(dataFolder, 'training')

const heartbeatMs = 10_000
const writeEveryMs = 2_000
const mostRuns = 50
/** Letters of the reason, for which a file has room to spare from the start. */
const mostReason = 2_000
/** What a disk gives at once, or a multiple of it. */
const blockBytes = 4_096

/** What is in the way of writing may be in the way of removing. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // There is nothing that could be removed.
  }
}

export type RunFile = {
  readonly id: string
  /** What has become known of the run. */
  tell(known: Partial<Pick<TrainingRun, 'version' | 'datasets' | 'players' | 'state' | 'stage'>>): void
  /** The run goes on where it stood when it was stopped. */
  resume(step: number, steps: number): void
  step(step: number, steps: number, loss: number): void
  epoch(point: CurvePoint): void
  /** Ends it; after that nothing is written any more. */
  end(state: 'finished' | 'failed' | 'stopped', reason?: string): void
}

/**
 * [F22] Writes a run down while it lasts, in a file that is replaced as a whole. Synchronously, because a run computes without a pause
 * in which anything else could be written. A disk that is full keeps no run from going on.
 * @param now ms since 1970
 */
export function openRunFile(folder: string, now: () => number = Date.now): RunFile {
  const startedAt = now()
  const id = `${new Date(startedAt).toISOString().replace(/\D/g, '').slice(0, 14)}-${process.pid}`
  const file = join(folder, `${id}.json`)
  let run: TrainingRun = {
    ...{ format: 'digit-dash-run/1', id, version: null, datasets: [], players: null, state: 'loading' },
    ...{ stage: { number: 1, of: 1 }, step: 0, steps: 0, etaMs: null, losses: [], epochs: [] },
    ...{ resumedAt: null, startedAt, updatedAt: startedAt, endedAt: null, reason: null },
  }
  let writtenAt = startedAt
  let pace: { readonly step: number; readonly at: number } | null = null

  function write(): void {
    writtenAt = now()
    run = { ...run, updatedAt: writtenAt }
    const draft = `${file}.part`
    const text = JSON.stringify(run)
    try {
      mkdirSync(folder, { recursive: true })
      writeFileSync(draft, text.padEnd(Math.ceil((text.length + mostReason) / blockBytes) * blockBytes))
      renameSync(draft, file)
    } catch {
      removeQuietly(draft)
      if (run.endedAt !== null) overwrite(text)
    }
  }
  /** A full disk takes no second file; why the run has ended still has its place in the first. */
  function overwrite(text: string): void {
    try {
      writeFileSync(file, text.padEnd(statSync(file).size), { flag: 'r+' })
    } catch {
      // Nothing of it was ever written down, so there is nothing to end.
    }
  }
  const heartbeat = setInterval(write, heartbeatMs).unref()
  function change(to: Partial<TrainingRun>): void {
    run = { ...run, ...to }
    write()
  }
  write()
  return {
    id,
    tell(known) {
      if (known.stage) pace = null
      change({ ...known, ...(known.stage && { step: 0, steps: 0, losses: [], epochs: [] }) })
    },
    resume(step, steps) {
      change({ resumedAt: step, step, steps })
    },
    step(step, steps, loss) {
      pace ??= { step, at: now() }
      const isDue = step % Math.max(1, Math.ceil(steps / mostLosses)) === 0 || step === steps
      const losses = isDue ? thinLosses([...run.losses, [step, loss]]) : run.losses
      const done = step - pace.step
      const etaMs = done > 0 ? ((now() - pace.at) / done) * (steps - step) : null
      run = { ...run, state: 'training', step, steps, losses, etaMs }
      if (now() - writtenAt >= writeEveryMs || step === steps) write()
    },
    epoch: (point) => change({ epochs: [...run.epochs, point].slice(-2_000) }),
    end(state, reason) {
      clearInterval(heartbeat)
      change({ state, endedAt: now(), etaMs: null, reason: reason?.slice(0, mostReason) ?? null })
    },
  }
}

/** The runs of a folder, newest first, as they stand now. A file that is none is passed over; a folder that is not there has none. */
export async function listRuns(folder: string, now: number = Date.now()): Promise<RunNow[]> {
  const names = await runFiles(folder)
  const runs = await Promise.all(names.map((name) => readRun(join(folder, name))))
  return runs
    .filter((run) => run !== null)
    .map((run) => ({ ...run, state: stateOf(run, now) }))
    .sort((one, other) => other.startedAt - one.startedAt)
}

/** Deletes the oldest files beyond those that are kept. */
export async function pruneRuns(folder: string): Promise<void> {
  const names = (await runFiles(folder)).sort()
  const old = names.slice(0, Math.max(0, names.length - mostRuns))
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })))
}

async function runFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => /^[0-9a-z-]+\.json$/.test(name))
}

async function readRun(file: string): Promise<TrainingRun | null> {
  try {
    return runSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return null
  }
}
