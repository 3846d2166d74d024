import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { judgeVersionPattern } from '#game/protocol/constants'
import { type Champion, championSchema } from './champion-schema'

/** The versions that have a folder in a models folder, newest first. */
export async function listVersions(modelsFolder: string): Promise<string[]> {
  const names = (await readdir(modelsFolder)).filter((name) => judgeVersionPattern.test(name))
  return names.sort((one, other) => numberOf(other) - numberOf(one))
}

/** N of digits-vN. */
export function numberOf(version: string): number {
  return Number(judgeVersionPattern.exec(version)?.[1] ?? 0)
}

/** `champion.json` as it is now; null where it is missing or names no version. */
export async function readChampionFile(modelsFolder: string): Promise<Champion | null> {
  try {
    const text = await readFile(join(modelsFolder, 'champion.json'), 'utf8')
    return championSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
