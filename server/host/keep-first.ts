import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Keeps a choice for good, in a file that only its owner may read.
 * @returns the text that the file holds: the first ever offered, also to processes that offer at the same time
 */
export async function keepFirst(file: string, offered: string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(ignoreMissing)
  if (kept) return kept.trim()

  await mkdir(path.dirname(file), { recursive: true })
  const draft = `${file}.${crypto.randomUUID()}`
  await writeFile(draft, offered, { mode: 0o600, flush: true })
  // A link appears whole or not at all, and never replaces the choice of a process that was faster.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
  return (await readFile(file, 'utf8')).trim()
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
