import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { hash, verify } from '@node-rs/argon2'
import { sealData, unsealData } from 'iron-session'
import type { Config } from '../config'
import { keepFirst } from '../keep-first'

/** There is one admin, known by a password: the configured one, else one made at the first start and kept as a hash. */

type PasswordConfig = Pick<Config, 'adminPassword' | 'dataFolder'>

export const adminCookie = 'digit-dash-admin'

const sessionSeconds = 12 * 3600

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
  return { httpOnly: true, sameSite: 'strict', secure: isSecure, path: '/', maxAge: sessionSeconds } as const
}

/** A session for who has just given the password; it ends by itself, and with the password. */
export async function sealAdmin(config: PasswordConfig, secret: string): Promise<string> {
  return sealData({ password: await passwordMark(config) }, { password: secret, ttl: sessionSeconds })
}

export async function isAdminSeal(
  config: PasswordConfig,
  seal: string | undefined,
  secret: string,
): Promise<boolean> {
  if (!seal) return false
  const content = await unsealData<{ password?: unknown }>(seal, {
    password: secret,
    ttl: sessionSeconds,
  }).catch(() => null)
  return content?.password === (await passwordMark(config))
}

/** Changes with the password and does not tell it: a session made under an older one is over. */
async function passwordMark(config: PasswordConfig): Promise<string> {
  const source = config.adminPassword ?? (await readHash(config)) ?? ''
  return digest(source).toString('base64url').slice(0, 16)
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
