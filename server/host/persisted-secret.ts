import { randomBytes } from 'node:crypto'
import { createExclusive } from './create-exclusive'

/** A random secret that is made once and then stays: 43 characters of base64url, 256 bits. */
export function persistedSecret(file: string): Promise<string> {
  return createExclusive(file, randomBytes(32).toString('base64url'))
}
