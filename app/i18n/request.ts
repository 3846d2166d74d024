import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { chooseLocale, formatTagOf, localeCookie } from './locales'
import { messageFiles } from './message-files'

export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value
  const locale = chooseLocale(chosen, (await headers()).get('accept-language') ?? '')
  const messages = await Promise.all(
    messageFiles.map(async (name) => [name, (await import(`../messages/${locale}/${name}.json`)).default]),
  )
  return { locale: formatTagOf(locale), messages: Object.fromEntries(messages) }
})
