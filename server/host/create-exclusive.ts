import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Creates a file exclusively, readable only by its owner: of concurrent writers the first one wins.
 * @returns the text that the file has, ours or that of the first writer
 */
export async function createExclusive(file: string, offered: string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(ignoreMissing)
  if (kept) return kept.trim()

  await mkdir(path.dirname(file), { recursive: true })
  const draft = `${file}.${crypto.randomUUID()}`
  await writeFile(draft, offered, { mode: 0o600, flush: true })
  // link() is atomic and never replaces an existing file.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
  return (await readFile(file, 'utf8')).trim()
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
