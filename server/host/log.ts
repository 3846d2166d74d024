import pino, { type Logger } from 'pino'
import pretty from 'pino-pretty'
import type { Config } from '#server/config'

/** Lines for people where a person looks on, JSON for machines everywhere else. Never a cookie, a password or a secret. */
export function createLog({ logLevel }: Pick<Config, 'logLevel'>): Logger {
  const options = { level: logLevel, base: null }
  if (!process.stdout.isTTY) return pino(options)
  return pino(options, pretty({ sync: true, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' }))
}
