import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CheckedManifest, checkedManifest, exportFiles } from './schema'

/** What the manifest in a folder says; null where it is none of an export, undefined where there is no such file. */
export async function findManifest(folder: string): Promise<CheckedManifest | null | undefined> {
  const text = await readFile(join(folder, exportFiles.manifest), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    return checkedManifest.parse(JSON.parse(text))
  } catch {
    return null
  }
}
