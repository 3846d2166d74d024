import { randomBytes } from 'node:crypto'
import { createExclusive } from './create-exclusive'

/** A random secret that is made once and stored: 256 bits, 43 characters of base64url. */
export function persistedSecret(file: string): Promise<string> {
  return createExclusive(file, randomBytes(32).toString('base64url'))
}
