import { type PromotionRecord, wasChampion } from '#models/champion-schema'
import { listVersions, readChampionFile } from '#models/model-folder'
import { type ModelCard, readModelCard } from './model-card'

export type RegisteredModel = ModelCard & {
  readonly isChampion: boolean
  /** [F23] Whether it was the champion before, so that nothing speaks against going back to it. */
  readonly wasChampion: boolean
  /** How it became the champion, the last time first; empty where it never did. */
  readonly promotions: readonly PromotionRecord[]
}

/** [F23] All versions of a models folder, newest first. A champion that cannot be read is none. */
export async function readRegistry(modelsFolder: string): Promise<RegisteredModel[]> {
  const [versions, champion] = await Promise.all([
    listVersions(modelsFolder),
    readChampionFile(modelsFolder).catch(() => null),
  ])
  return Promise.all(
    versions.map(async (version) => ({
      ...(await readModelCard(modelsFolder, version)),
      isChampion: champion?.version === version,
      wasChampion: champion !== null && wasChampion(champion, version),
      promotions: champion?.history.filter((each) => each.version === version) ?? [],
    })),
  )
}
