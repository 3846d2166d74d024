'use server'

import { cookies } from 'next/headers'
import { parseTheme, themeCookie } from './theme'

const oneYearInSeconds = 31_536_000

/** Remembers a theme for this browser; a name that is none is forgotten. */
export async function keepTheme(name: string): Promise<void> {
  const theme = parseTheme(name)
  if (theme) (await cookies()).set(themeCookie, theme, { maxAge: oneYearInSeconds, sameSite: 'lax' })
}
