import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { hash, verify } from '@node-rs/argon2'
import type { Config } from '#server/config'
import { keepFirst } from '#server/host/keep-first'

/** There is one admin, known by a password: the configured one, else one made at the first start and kept as a hash. */

type PasswordConfig = Pick<Config, 'adminPassword' | 'dataFolder'>

export const adminCookie = 'digit-dash-admin'

/** However much a session is used. */
export const adminSessionMs = 12 * 3_600_000

function hashFile({ dataFolder }: PasswordConfig): string {
  return path.join(dataFolder, 'admin-password-hash')
}

/**
 * Makes sure that there is a password.
 * @returns the password if it was made just now: the only time that it can be shown
 */
export async function ensureAdminPassword(config: PasswordConfig): Promise<string | null> {
  if (config.adminPassword) return null
  const offered = randomBytes(12).toString('base64url')
  const kept = await readHash(config)
  if (kept) return null
  const offeredHash = await hash(offered)
  return (await keepFirst(hashFile(config), offeredHash)) === offeredHash ? offered : null
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

/** Changes with the password and does not tell it: a session made under an older one is over. */
export async function adminPasswordMark(config: PasswordConfig, secret: string): Promise<string> {
  return keyedHash(secret, config.adminPassword ?? (await readHash(config)) ?? '')
}

/** What only who knows the secret can make of a text, in 43 characters. */
export function keyedHash(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url')
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
