import { randomBytes } from 'node:crypto'
import { keepFirst } from './keep-first'

/** A random secret that is made once and then stays: 43 characters of base64url, 256 bits. */
export function keptSecret(file: string): Promise<string> {
  return keepFirst(file, randomBytes(32).toString('base64url'))
}
