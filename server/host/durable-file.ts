import { open, readdir, rename, rm, utimes } from 'node:fs/promises'
import path from 'node:path'

/**
 * Writes a file that survives a crash at any moment: it is on the disk, whole, when the promise resolves, and until then
 * the old content stays. Only its owner may read it.
 */
export async function writeDurably(file: string, text: string): Promise<void> {
  const draft = `${file}.${crypto.randomUUID()}`
  const handle = await open(draft, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file)
  await syncFolder(path.dirname(file))
}

const draftName = /\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Removes the drafts of files that were being written when a process was killed. Nobody may be writing there. */
export async function sweepDrafts(folder: string): Promise<void> {
  const drafts = (await readdir(folder)).filter((name) => draftName.test(name))
  await Promise.all(drafts.map((name) => rm(path.join(folder, name), { force: true })))
}

/** Renames a file that nothing reads any more, and dates it now: it is kept so long from then on (retention/prune-files). */
export async function setAside(file: string, ending: string): Promise<void> {
  const now = new Date()
  await utimes(file, now, now)
  await rename(file, file + ending)
}

async function syncFolder(folder: string): Promise<void> {
  // Windows has no handle for a folder, and journals its names itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
