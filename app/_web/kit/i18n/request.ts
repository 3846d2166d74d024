import { getRequestConfig } from 'next-intl/server'
import { formatTagOf } from './locales'
import { messageFiles } from './message-files'
import { requestLocale } from './request-locale'

export default getRequestConfig(async () => {
  const locale = await requestLocale()
  const messages = await Promise.all(
    messageFiles.map(async (name) => [name, (await import(`./messages/${locale}/${name}.json`)).default]),
  )
  return { locale: formatTagOf(locale), messages: Object.fromEntries(messages) }
})
