import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { hash, verify } from '@node-rs/argon2'
import type { Config } from '#server/config'
import { createExclusive } from '#server/host/secrets'

/** The admin authenticates by a password: the configured one, else one made at the first start and stored as a hash. */

type PasswordConfig = Pick<Config, 'adminPassword' | 'dataFolder'>

export const adminCookie = 'digit-dash-admin'

/** The lifetime of a session, in use or not. */
export const adminSessionMs = 12 * 3_600_000

function hashFile({ dataFolder }: PasswordConfig): string {
  return path.join(dataFolder, 'admin-password-hash')
}

/**
 * Makes a password if there is none.
 * @returns the new password, which can be shown only now; null if there was one
 */
export async function ensureAdminPassword(config: PasswordConfig): Promise<string | null> {
  if (config.adminPassword) return null
  const offered = randomBytes(12).toString('base64url')
  const kept = await readHash(config)
  if (kept) return null
  const offeredHash = await hash(offered)
  return (await createExclusive(hashFile(config), offeredHash)) === offeredHash ? offered : null
}

async function readHash(config: PasswordConfig): Promise<string | null> {
  return readFile(hashFile(config), 'utf8').then(
    (text) => text.trim(),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    },
  )
}

export async function isAdminPassword(config: PasswordConfig, typed: string): Promise<boolean> {
  if (config.adminPassword) return timingSafeEqual(digest(typed), digest(config.adminPassword))
  const kept = await readHash(config)
  return kept !== null && verify(kept, typed)
}

/** @param isSecure whether the admin reaches the server by https */
export function adminCookieOptions(isSecure: boolean) {
  const maxAge = adminSessionMs / 1_000
  return { httpOnly: true, sameSite: 'strict', secure: isSecure, path: '/', maxAge } as const
}

/** A keyed hash of the password: sessions made under an older one end. */
export async function adminPasswordMark(config: PasswordConfig, secret: string): Promise<string> {
  return keyedHash(secret, config.adminPassword ?? (await readHash(config)) ?? '')
}

/** HMAC-SHA-256 in base64url, 43 characters. */
export function keyedHash(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url')
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
