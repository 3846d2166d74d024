import { randomUUID } from 'node:crypto'
import { sealData, unsealData } from 'iron-session'

/**
 * The cookie of a browser in which the admin has signed in before, with the current password. It does not authenticate; it gives the
 * browser a backoff of its own, so that guessers elsewhere cannot make it wait.
 */
export const adminDeviceCookie = 'digit-dash-admin-device'

const yearSeconds = 365 * 24 * 3600

/** @param isSecure whether the admin reaches the server by https */
export function adminDeviceCookieOptions(isSecure: boolean) {
  return {
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure,
    path: '/admin',
    maxAge: yearSeconds,
  } as const
}

/** @param passwordMark of the password just given, as `adminPasswordMark` makes it */
export function sealDevice(secret: string, passwordMark: string): Promise<string> {
  return sealData({ device: randomUUID(), passwordMark }, { password: secret, ttl: yearSeconds })
}

/** @returns the id of the browser; null unless the seal is valid, not expired and made under this password */
export async function unsealDevice(
  seal: string | undefined,
  secret: string,
  passwordMark: string,
): Promise<string | null> {
  if (!seal) return null
  const options = { password: secret, ttl: yearSeconds }
  const content = await unsealData<{ device?: unknown; passwordMark?: unknown }>(seal, options).catch(
    () => null,
  )
  if (content?.passwordMark !== passwordMark) return null
  return typeof content.device === 'string' ? content.device : null
}
