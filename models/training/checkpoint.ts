import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Chance } from './chance'
import type { Optimiser } from './optimiser'

/** Where a run stands: enough to go on after the process was killed as if it had not been. */
type Header = {
  readonly run: string
  readonly step: number
  readonly chance: number
  readonly sizes: number[]
}

function arraysIn({ arrays, first, second, average }: Optimiser): Float32Array[] {
  return [...arrays, ...first, ...second, ...average]
}

/** @param run what the run is about; a checkpoint of another run is never taken up */
export async function saveCheckpoint(
  path: string,
  run: string,
  optimiser: Optimiser,
  chance: Chance,
): Promise<void> {
  const arrays = arraysIn(optimiser)
  const header: Header = {
    run,
    step: optimiser.step,
    chance: chance.state,
    sizes: arrays.map(({ length }) => length),
  }
  const bytes = arrays.map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  )
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.part`, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...bytes]))
  await rename(`${path}.part`, path)
}

/** Takes up a checkpoint of the same run, if there is one. @returns whether it did */
export async function resumeCheckpoint(
  path: string,
  run: string,
  optimiser: Optimiser,
  chance: Chance,
): Promise<boolean> {
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) return false
  const headerEnd = bytes.indexOf('\n')
  const header = JSON.parse(bytes.toString('utf8', 0, headerEnd)) as Header
  const arrays = arraysIn(optimiser)
  if (header.run !== run || header.sizes.join() !== arrays.map(({ length }) => length).join()) return false
  let at = headerEnd + 1
  for (const array of arrays) {
    const target = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    target.set(bytes.subarray(at, at + target.length))
    at += target.length
  }
  optimiser.step = header.step
  chance.state = header.chance
  return true
}

export async function removeCheckpoint(path: string): Promise<void> {
  await rm(path, { force: true })
}
