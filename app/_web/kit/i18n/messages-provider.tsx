import { getLocale, getMessages, getTimeZone } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { MessageFile } from './message-files'
import { SentMessages } from './sent-messages'

type MessagesProviderProps = {
  of: readonly MessageFile[]
  /** Of a long file only these parts. */
  parts?: Partial<Record<MessageFile, readonly string[]>>
  children: ReactNode
}

/**
 * Sends these messages to the islands inside, which have those of the providers around it too: a page carries the messages it needs, once,
 * and no others. They go as one text, since React would look at each of them, at the server and in the browser.
 */
export async function MessagesProvider({ of, parts = {}, children }: MessagesProviderProps) {
  const [all, locale, timeZone] = await Promise.all([getMessages(), getLocale(), getTimeZone()])
  const text = JSON.stringify(Object.fromEntries(of.map((name) => [name, pick(all[name], parts[name])])))
  return <SentMessages {...{ text, locale, timeZone }}>{children}</SentMessages>
}

function pick(messages: object, parts?: readonly string[]): object {
  return parts
    ? Object.fromEntries(Object.entries(messages).filter(([name]) => parts.includes(name)))
    : messages
}
