import path from 'node:path'
import type { Config } from '#server/config'
import { keptSecret } from '#server/host/kept-secret'

/** What cookies are sealed with: as configured, else made once and kept, so that the server and its pages share it. */
export async function sessionSecret(config: Pick<Config, 'sessionSecret' | 'dataFolder'>): Promise<string> {
  return config.sessionSecret ?? keptSecret(path.join(config.dataFolder, 'secret'))
}
