import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Pruned } from './prune-rounds'

/** Dead letters: files that could not be written to the database, or not be read. */
const deadLetters = [
  { folder: 'outbox', ending: '.refused' },
  { folder: 'rooms', ending: '.unreadable' },
]

/** Deletes the dead letters of a data folder that nobody has looked into for long. */
export async function pruneFiles(dataFolder: string, before: Date, isDryRun: boolean): Promise<Pruned> {
  let [rows, bytes] = [0, 0]
  for (const { folder, ending } of deadLetters) {
    const names = await readdir(path.join(dataFolder, folder)).catch(noneIfMissing)
    for (const name of names.filter((each) => each.endsWith(ending))) {
      const file = path.join(dataFolder, folder, name)
      const { mtime, size } = await stat(file)
      if (mtime >= before) continue
      rows++
      bytes += size
      if (!isDryRun) await rm(file, { force: true })
    }
  }
  return { rows, bytes }
}

function noneIfMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
