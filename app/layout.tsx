import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { fontClasses } from './_web/kit/fonts/fonts'
import { directionOf, languageOf } from './_web/kit/i18n/locales'
import { MessagesProvider } from './_web/kit/i18n/messages-provider'
import { ReadingDirection } from './_web/kit/i18n/reading-direction'
import { parseTheme, themeCookie } from './_web/kit/theme/theme'
import { themeColours } from './_web/kit/theme/theme-colours'
import { Toasts } from './_web/kit/toast'
import { Tooltips } from './_web/kit/tooltips'
import { playersOrigin } from './_web/play/players-origin'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  const title = t('title')
  return {
    metadataBase: new URL(await playersOrigin()),
    title: { default: title, template: `%s · ${title}` },
    description: t('description'),
    applicationName: title,
    appleWebApp: { capable: true, title },
    openGraph: { title, description: t('description'), type: 'website' },
    twitter: { card: 'summary_large_image' },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: themeColours.light.paper },
    { media: '(prefers-color-scheme: dark)', color: themeColours.dark.paper },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [tag, t, kept] = await Promise.all([getLocale(), getTranslations('common'), cookies()])
  const language = languageOf(tag)
  const direction = directionOf(language)
  return (
    <html
      lang={language}
      dir={direction}
      data-theme={parseTheme(kept.get(themeCookie)?.value)}
      className={fontClasses}
    >
      <body>
        <p className="too-old">{t('tooOld')}</p>
        <a
          href="#main"
          className="sr-only focus-visible:not-sr-only focus-visible:fixed focus-visible:start-4 focus-visible:top-4 focus-visible:z-60 focus-visible:rounded-xl focus-visible:bg-card focus-visible:p-3"
        >
          {t('skip')}
        </a>
        <MessagesProvider of={['common']}>
          <ReadingDirection dir={direction}>
            <Toasts label={t('notices')}>{children}</Toasts>
            <Tooltips />
          </ReadingDirection>
        </MessagesProvider>
      </body>
    </html>
  )
}
