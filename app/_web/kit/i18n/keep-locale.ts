'use server'

import { cookies } from 'next/headers'
import { preferenceCookieOptions } from '../preference-cookie'
import { localeCookie, parseLocale } from './locales'

/** Remembers a language for this browser, and shows the page in it; a language that is none is forgotten. */
export async function keepLocale(name: string): Promise<void> {
  const locale = parseLocale(name)
  if (locale) (await cookies()).set(localeCookie, locale, preferenceCookieOptions())
}
