'use server'

import { cookies } from 'next/headers'
import { preferenceCookieOptions } from '../preference-cookie'
import { parseTheme, themeCookie } from './theme'

/** Remembers a theme for this browser; a name that is none is forgotten. */
export async function keepTheme(name: string): Promise<void> {
  const theme = parseTheme(name)
  if (theme) (await cookies()).set(themeCookie, theme, preferenceCookieOptions())
}
