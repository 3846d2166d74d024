import { open, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Replaces a file atomically and durably: when the promise resolves, the new content is on the disk, and so is its name in the
 * folder (fsync of both); until then the old content stays. Only its owner may read it.
 * @throws what the disk says, such as ENOSPC; then the old content stays, and nothing of the new
 */
export async function writeDurably(file: string, text: string): Promise<void> {
  const draft = `${file}.${crypto.randomUUID()}`
  try {
    await writeFile(draft, text, { mode: 0o600, flush: true })
    await rename(draft, file)
  } catch (error) {
    // On a full disk the draft would only take up space.
    await rm(draft, { force: true })
    throw error
  }
  await syncFolder(path.dirname(file))
}

const draftName = /\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Removes drafts that a killed process has left. Nobody may be writing to the folder. */
export async function sweepDrafts(folder: string): Promise<void> {
  const drafts = (await readdir(folder)).filter((name) => draftName.test(name))
  await Promise.all(drafts.map((name) => rm(path.join(folder, name), { force: true })))
}

/** Renames a file that is out of use, and sets its time to now: from then on it is kept for as long as retention/prune-files says. */
export async function setAside(file: string, ending: string): Promise<void> {
  const now = new Date()
  await utimes(file, now, now)
  await rename(file, file + ending)
}

async function syncFolder(folder: string): Promise<void> {
  // Windows has no handle for a folder, and journals names itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
