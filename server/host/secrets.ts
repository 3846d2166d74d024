import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '#server/config'

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

/** A random secret that is made once and stored: 256 bits, 43 characters of base64url. */
export function persistedSecret(file: string): Promise<string> {
  return createExclusive(file, randomBytes(32).toString('base64url'))
}

/** The key that seals cookies: the configured one, else one that is made once and stored, so that server and pages share it. */
export async function sessionSecret(config: Pick<Config, 'sessionSecret' | 'dataFolder'>): Promise<string> {
  return config.sessionSecret ?? persistedSecret(path.join(config.dataFolder, 'secret'))
}

/** What contributors' names in exports are made with. It stays with the data, and goes into no export. */
export function contributorKey({ dataFolder }: Pick<Config, 'dataFolder'>): Promise<string> {
  return persistedSecret(path.join(dataFolder, 'contributor-key'))
}
