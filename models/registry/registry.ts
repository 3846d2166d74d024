import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type PromotionRecord, wasChampion } from '#models/champion-schema'
import { listVersions, readChampionFile } from '#models/versions'
import { cardFiles, type ModelCard, readModelCard } from './model-card'

export type RegisteredModel = ModelCard & {
  readonly isChampion: boolean
  /** [F23] Whether it was the champion before, so that nothing speaks against going back to it. */
  readonly wasChampion: boolean
  /** How it became the champion, the last time first; empty where it never did. */
  readonly promotions: readonly PromotionRecord[]
}

/** [F23] All versions of a models folder, newest first. A champion that cannot be read is none. */
export async function readRegistry(modelsFolder: string): Promise<RegisteredModel[]> {
  const [versions, champion] = await Promise.all([listVersions(modelsFolder), readChampionFile(modelsFolder)])
  return Promise.all(
    versions.map(async (version) => ({
      ...(await cardOf(modelsFolder, version)),
      isChampion: champion?.version === version,
      wasChampion: champion !== null && wasChampion(champion, version),
      promotions: champion?.history.filter((each) => each.version === version) ?? [],
    })),
  )
}

/** Anybody may ask, and what a network answered to 18,000 examples takes milliseconds to read: it is read again only where a file changed. */
const read = new Map<string, { readonly stamp: string; readonly card: Promise<ModelCard> }>()

async function cardOf(modelsFolder: string, version: string): Promise<ModelCard> {
  const folder = join(modelsFolder, version)
  const found = await Promise.all(cardFiles.map((name) => stat(join(folder, name)).catch(() => null)))
  const stamp = found.map((file) => file && `${file.mtimeMs} ${file.size}`).join()
  const known = read.get(folder)
  if (known?.stamp === stamp) return known.card
  const card = readModelCard(modelsFolder, version)
  read.set(folder, { stamp, card })
  return card
}
