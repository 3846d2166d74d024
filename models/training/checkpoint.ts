import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Chance } from './chance'
import type { Optimiser } from './optimiser'
import type { TrainingProgress } from './progress'

export type CurvePoint = TrainingProgress & { readonly epoch: number; readonly loss: number }

/** Where a run stands: enough to go on after the process was killed as if it had not been. */
type Header = {
  readonly run: string
  readonly step: number
  readonly chance: number
  readonly sizes: number[]
}

/**
 * Where a run is kept while it lasts: by what it is about, so that runs of other data, another start or another plan neither
 * take it up nor overwrite it.
 * @param run as `fingerprint` says
 */
export function checkpointPath(folder: string, run: string): string {
  return join(folder, `${run.slice(0, 16)}.checkpoint`)
}

function arraysIn({ arrays, first, second, average }: Optimiser): Float32Array[] {
  return [...arrays, ...first, ...second, ...average]
}

/**
 * @param run what the run is about; a checkpoint of another run is never taken up
 * @param history what the run has told so far, as JSON can hold it
 */
export async function saveCheckpoint(
  folder: string,
  run: string,
  { optimiser, chance, history }: { optimiser: Optimiser; chance: Chance; history: object },
): Promise<void> {
  const arrays = arraysIn(optimiser)
  const header: Header = {
    ...history,
    run,
    step: optimiser.step,
    chance: chance.state,
    sizes: arrays.map(({ length }) => length),
  }
  const bytes = arrays.map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  )
  const path = checkpointPath(folder, run)
  const draft = `${path}.${process.pid}.part`
  await mkdir(folder, { recursive: true })
  try {
    await writeFile(draft, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...bytes]))
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** Takes up a checkpoint of the same run, if there is one. @returns what it had told; null where there is none */
export async function resumeCheckpoint<History extends object>(
  folder: string,
  run: string,
  { optimiser, chance }: { optimiser: Optimiser; chance: Chance },
): Promise<History | null> {
  const bytes = await readFile(checkpointPath(folder, run)).catch(() => null)
  const headerEnd = bytes?.indexOf('\n') ?? -1
  if (!bytes || headerEnd < 0) return null
  const {
    step,
    chance: state,
    sizes,
    run: kept,
    ...history
  } = JSON.parse(bytes.toString('utf8', 0, headerEnd)) as Header & History
  const arrays = arraysIn(optimiser)
  const length = arrays.reduce((sum, { byteLength }) => sum + byteLength, headerEnd + 1)
  const isOurs = kept === run && sizes.join() === arrays.map(({ length }) => length).join()
  if (!isOurs || bytes.length !== length) return null
  let at = headerEnd + 1
  for (const array of arrays) {
    const target = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    target.set(bytes.subarray(at, at + target.length))
    at += target.length
  }
  optimiser.step = step
  chance.state = state
  return history as unknown as History
}

export async function removeCheckpoint(folder: string, run: string): Promise<void> {
  await rm(checkpointPath(folder, run), { force: true })
}
