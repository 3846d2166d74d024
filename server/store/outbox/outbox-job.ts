import { readdir, readFile } from 'node:fs/promises'
import type { GameRecord, RoundRecord } from '#game/records/record'

export type OutboxJob = { kind: 'round'; record: RoundRecord } | { kind: 'game'; record: GameRecord }

/** A queued job: a file, once it is on disk, or, where the disk would not take it, the job itself. */
export type QueuedJob = {
  readonly name: string
  /** Of two jobs, the newer has the greater number. */
  readonly number: number
  job?: OutboxJob
  /** Whether the disk has it. */
  readonly stored: Promise<boolean>
  /** Settles when the job is on disk, or has left the queue for good. */
  readonly safe: Deferred
  /** Settles when the job has left the queue, for whatever reason. */
  readonly left: Deferred
}

type Deferred = { readonly promise: Promise<void>; readonly settle: () => void }

export function queued(name: string, number: number, stored: Promise<boolean>): QueuedJob {
  return { name, number, stored, safe: defer(), left: defer() }
}

function defer(): Deferred {
  let settle = () => {}
  const promise = new Promise<void>((resolve) => {
    settle = resolve
  })
  return { promise, settle }
}

/** @throws SyntaxError when the file is gone or holds no job */
export async function readJob(file: string): Promise<OutboxJob> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new SyntaxError(`${file} is gone`) : error
  })
  const job: OutboxJob = JSON.parse(text)
  if (job?.record === undefined) throw new SyntaxError(`${file} holds no job`)
  return job
}

/** The names of the jobs on disk. Complete ones only: the names of drafts end otherwise. */
export async function leftovers(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.json'))
}

/** Whether a retry is no use: the database refuses the values themselves, or the file holds no job. */
export function isPermanent(error: unknown): boolean {
  if (error instanceof SyntaxError) return true
  const { name, code = '', meta } = error as { name?: string; code?: string; meta?: RawMeta }
  if (name === 'PrismaClientValidationError' || permanentCodes.includes(code)) return true
  return permanentClasses.includes(meta?.driverAdapterError?.cause?.originalCode?.slice(0, 2) ?? '')
}

/** Where Prisma puts what Postgres said of a raw query. */
type RawMeta = { driverAdapterError?: { cause?: { originalCode?: string } } }

/** SQLSTATE: data exception, integrity constraint violation. */
const permanentClasses = ['22', '23']

/** Prisma's: too long, not unique, no such parent, constraint, null, missing, out of range. */
const permanentCodes = ['P2000', 'P2002', 'P2003', 'P2004', 'P2011', 'P2012', 'P2020']
