import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PageLoad } from '#server/edge/http/answer-requests'
import type { Classifier } from '#server/judge/classifier'

/** Checks of what a server needs. Each rejects while its part is not ready, with a reason that contains no secret. */
export type ReadinessChecks = Readonly<Record<string, () => Promise<unknown>>>

export type Readiness = { readonly isReady: boolean; readonly parts: Readonly<Record<string, string>> }

/** A check that takes longer has failed. */
const timeoutMs = 1_000

/** Anybody may ask, and a check writes to the disk, so the result is cached for so long. */
const cacheMs = 1_000
const latest = new WeakMap<ReadinessChecks, Promise<Readiness>>()

/** Runs all checks at once, memoised for a second. @returns for each part "ok" or what is wrong */
export function checkReadiness(checks: ReadinessChecks): Promise<Readiness> {
  const known = latest.get(checks)
  if (known) return known
  const checking = check(checks)
  latest.set(checks, checking)
  void checking.finally(() => setTimeout(() => latest.delete(checks), cacheMs).unref())
  return checking
}

async function check(checks: ReadinessChecks): Promise<Readiness> {
  const parts = Object.fromEntries(
    await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await stateOf(check)])),
  )
  return { isReady: Object.values(parts).every((state) => state === 'ok'), parts }
}

function stateOf(check: () => Promise<unknown>): Promise<string> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(`no answer within ${timeoutMs / 1000} s`), timeoutMs)
    check()
      .then(
        () => resolve('ok'),
        (error) => resolve(error instanceof UnreadyError ? error.message : 'fails'),
      )
      .finally(() => clearTimeout(timer))
  })
}

/** Its message is public. */
export class UnreadyError extends Error {
  override readonly name = 'UnreadyError'
}

export async function checkDatabase(pool: { isUp(): Promise<boolean> }): Promise<void> {
  if (!(await pool.isUp())) throw new UnreadyError('does not answer')
}

export async function checkJudge({ load }: Pick<Classifier, 'load'>): Promise<void> {
  if (load.workers === 0) throw new UnreadyError('no worker runs')
}

/** @throws UnreadyError while nobody renders pages: the process has ended, and another is on its way */
export async function checkPages({ load }: { readonly load: PageLoad }): Promise<void> {
  if (!load.isRunning) throw new UnreadyError('no process renders them')
}

/** @throws UnreadyError when the folder takes no file: full, read-only or gone */
export async function checkDisk(folder: string): Promise<void> {
  const probe = path.join(folder, `.probe-${process.pid}`)
  try {
    await writeFile(probe, 'a disk that takes this takes results, too\n', { flush: true })
  } catch (error) {
    throw new UnreadyError(`takes no file (${(error as NodeJS.ErrnoException).code})`)
  } finally {
    await rm(probe, { force: true }).catch(() => undefined)
  }
}

/** @throws UnreadyError while the disk has not taken what was shown in some room */
export async function checkJournal({ unwritten }: { readonly unwritten: number }): Promise<void> {
  if (unwritten > 0) throw new UnreadyError(`${unwritten} wait for the disk`)
}

/** More results wait only if the database has been away for long. */
const mostWaiting = 500

type Outbox = { readonly depth: number; readonly unwritten: number }

/** @throws UnreadyError when results pile up, or only memory holds some */
export async function checkOutbox({ depth, unwritten }: Outbox): Promise<void> {
  if (unwritten > 0) throw new UnreadyError(`${unwritten} results wait for the disk or the database`)
  if (depth > mostWaiting) throw new UnreadyError(`${depth} results wait for the database`)
}
