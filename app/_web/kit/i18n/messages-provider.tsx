import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { MessageFile } from './message-files'

/** Sends these messages, and those in common, to the islands inside: a page carries the messages it needs and no others. */
export async function MessagesProvider({
  of,
  children,
}: {
  of: readonly MessageFile[]
  children: ReactNode
}) {
  const all = await getMessages()
  const messages = Object.fromEntries(['common' as const, ...of].map((name) => [name, all[name]]))
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
}
