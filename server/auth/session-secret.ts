import path from 'node:path'
import type { Config } from '#server/config'
import { persistedSecret } from '#server/host/persisted-secret'

/** The key that seals cookies: the configured one, else one that is made once and stored, so that server and pages share it. */
export async function sessionSecret(config: Pick<Config, 'sessionSecret' | 'dataFolder'>): Promise<string> {
  return config.sessionSecret ?? persistedSecret(path.join(config.dataFolder, 'secret'))
}
