import { readConfig } from '#server/config'

const oneYearInSeconds = 31_536_000

/** How a choice is kept that a browser makes for itself. Only the server reads it. */
export function preferenceCookieOptions() {
  const isSecure = readConfig().publicUrl?.startsWith('https:') ?? false
  return { httpOnly: true, sameSite: 'lax', secure: isSecure, maxAge: oneYearInSeconds } as const
}
