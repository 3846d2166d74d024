import { execFile } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { TrainingError } from './training-error'

const run = promisify(execFile)

/**
 * [F22] Writes frozen datasets down for as long as they are read. Each is exported anew, because drawings may have been withdrawn since the
 * last time, by the command that knows the database: training itself needs none.
 * @param names NAME, or NAME@VERSION for another than the last one
 * @param read is given a folder for each, as `npm run export` writes it
 * @throws TrainingError with what the export says, where there is no such dataset or no database
 */
export async function withDatasets<Result>(
  names: readonly string[],
  read: (folders: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const parent = join('.cache', 'datasets', String(process.pid))
  try {
    const folders: string[] = []
    for (const [index, name] of names.entries()) {
      await mkdir(parent, { recursive: true })
      const folder = join(parent, String(index))
      await exportDataset(name, folder)
      folders.push(folder)
    }
    return await read(folders)
  } finally {
    await rm(parent, { recursive: true, force: true })
  }
}

async function exportDataset(name: string, folder: string): Promise<void> {
  const args = ['--import', 'tsx', 'server/commands/export.ts', `--dataset=${name}`, `--out=${folder}`]
  await run(process.execPath, [...args, '--format=ndjson']).catch((error: Error & { stderr?: string }) => {
    const lines = (error.stderr ?? '').split('\n').filter(Boolean)
    throw new TrainingError(`${name}: ${lines.at(-1) ?? error.message}`)
  })
}
