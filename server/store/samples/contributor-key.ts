import path from 'node:path'
import type { Config } from '#server/config'
import { persistedSecret } from '#server/host/persisted-secret'

/** What contributors' names in exports are made with. It stays with the data, and goes into no export. */
export function contributorKey({ dataFolder }: Pick<Config, 'dataFolder'>): Promise<string> {
  return persistedSecret(path.join(dataFolder, 'contributor-key'))
}
