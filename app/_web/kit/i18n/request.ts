import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { chooseLocale } from './choose-locale'
import { formatTagOf, type Locale, localeCookie } from './locales'
import { messageFiles } from './message-files'

/** What next-intl asks for with every request that renders. */
export default getRequestConfig(async () => {
  const locale = await requestLocale()
  const messages = await Promise.all(
    messageFiles.map(async (name) => [name, (await import(`./messages/${locale}/${name}.json`)).default]),
  )
  return { locale: formatTagOf(locale), messages: Object.fromEntries(messages) }
})

/** The language of whoever sent this request. In pages, actions and route handlers. */
export async function requestLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(localeCookie)?.value
  return chooseLocale(chosen, (await headers()).get('accept-language') ?? '')
}
