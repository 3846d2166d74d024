import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { fontClasses } from './_web/kit/fonts/fonts'
import { directionOf, languageOf } from './_web/kit/i18n/locales'
import { ReadingDirection } from './_web/kit/i18n/reading-direction'
import { Words } from './_web/kit/i18n/words'
import { parseTheme, themeCookie } from './_web/kit/theme/theme'
import { Toasts } from './_web/kit/toast'
import { Tooltips } from './_web/kit/tooltips'
import { playersOrigin } from './_web/play/players-origin'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('common')
  const title = words('title')
  return {
    metadataBase: new URL(await playersOrigin()),
    title: { default: title, template: `%s · ${title}` },
    description: words('description'),
    applicationName: title,
    appleWebApp: { capable: true, title },
    openGraph: { title, description: words('description'), type: 'website' },
    twitter: { card: 'summary_large_image' },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf7ef' },
    { media: '(prefers-color-scheme: dark)', color: '#191713' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [tag, words, kept] = await Promise.all([getLocale(), getTranslations('common'), cookies()])
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
        <p className="too-old">{words('tooOld')}</p>
        <a
          href="#main"
          className="sr-only focus-visible:not-sr-only focus-visible:fixed focus-visible:start-4 focus-visible:top-4 focus-visible:z-60 focus-visible:rounded-xl focus-visible:bg-card focus-visible:p-3"
        >
          {words('skip')}
        </a>
        <Words of={[]}>
          <ReadingDirection dir={direction}>
            <Toasts label={words('notices')}>{children}</Toasts>
            <Tooltips />
          </ReadingDirection>
        </Words>
      </body>
    </html>
  )
}
