'use server'

import { cookies } from 'next/headers'
import { readConfig } from '#server/config'
import { localeCookie, parseLocale } from './i18n/locales'
import { parseTheme, themeCookie } from './theme/theme'

const oneYearInSeconds = 31_536_000

/** Remembers a language for this browser, and shows the page in it; a name that is no language is ignored. */
export async function saveLocale(name: string): Promise<void> {
  const locale = parseLocale(name)
  if (locale) await savePreference(localeCookie, locale)
}

/** Remembers a theme for this browser; a name that is no theme is ignored. */
export async function saveTheme(name: string): Promise<void> {
  const theme = parseTheme(name)
  if (theme) await savePreference(themeCookie, theme)
}

/** In a cookie, so that the first paint is right; only the server reads it. */
async function savePreference(cookie: string, value: string): Promise<void> {
  const secure = readConfig().publicUrl?.startsWith('https:') ?? false
  ;(await cookies()).set(cookie, value, { httpOnly: true, sameSite: 'lax', secure, maxAge: oneYearInSeconds })
}
