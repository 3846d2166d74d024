'use client'

import { type Messages, NextIntlClientProvider } from 'next-intl'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { FormatTag } from './locales'

type SentMessagesProps = { text: string; locale: FormatTag; timeZone: string; children: ReactNode }

const Around = createContext<Partial<Messages>>({})

/** @property text messages as JSON, by the names of their files */
export function SentMessages({ text, locale, timeZone, children }: SentMessagesProps) {
  const around = useContext(Around)
  const messages = useMemo(() => ({ ...around, ...JSON.parse(text) }), [around, text])
  return (
    <Around value={messages}>
      <NextIntlClientProvider {...{ locale, timeZone, messages }}>{children}</NextIntlClientProvider>
    </Around>
  )
}
