import { cookies, headers } from 'next/headers'
import { chooseLocale, type Locale, localeCookie } from './locales'

/** The language of whoever sent this request. In pages, actions and route handlers. */
export async function requestLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(localeCookie)?.value
  return chooseLocale(chosen, (await headers()).get('accept-language') ?? '')
}
