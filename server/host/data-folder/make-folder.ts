import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'

/**
 * Makes a folder and those above it that are missing. Node's recursive `mkdir` never answers where a folder that is there cannot have
 * others in it: it takes the ENOENT of /proc for a missing parent, and begins again.
 * @param folder absolute
 * @throws {NodeJS.ErrnoException} EEXIST or ENOTDIR for a file in the way, ENOENT where nothing can be made, and as `mkdir` and `stat`
 */
export async function makeFolder(folder: string, mode: number): Promise<void> {
  if (await isFolder(folder)) return
  await makeFolder(path.dirname(folder), mode)
  try {
    await mkdir(folder, { mode })
  } catch (error) {
    // Another process may have been quicker.
    if (!(await isFolder(folder))) throw error
  }
}

async function isFolder(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isDirectory()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
