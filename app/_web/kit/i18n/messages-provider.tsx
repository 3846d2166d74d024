import { getLocale, getMessages, getTimeZone } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { MessageFile } from './message-files'
import { SentMessages } from './sent-messages'

/**
 * Sends these messages to the islands inside, which have those of the providers around it too: a page carries the messages it needs, once,
 * and no others. They go as one text, since React would look at each of them, at the server and in the browser.
 */
export async function MessagesProvider({
  of,
  children,
}: {
  of: readonly MessageFile[]
  children: ReactNode
}) {
  const [all, locale, timeZone] = await Promise.all([getMessages(), getLocale(), getTimeZone()])
  const text = JSON.stringify(Object.fromEntries(of.map((name) => [name, all[name]])))
  return <SentMessages {...{ text, locale, timeZone }}>{children}</SentMessages>
}
