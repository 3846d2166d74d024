import type { MetadataRoute } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { directionOf, languageOf } from './_web/kit/i18n/locales'
import { themeColours } from './_web/kit/theme/theme-colours'

export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const [t, home, tag] = await Promise.all([getTranslations('common'), getTranslations('home'), getLocale()])
  const language = languageOf(tag)
  return {
    name: t('title'),
    short_name: t('title'),
    description: t('description'),
    lang: language,
    dir: directionOf(language),
    id: '/',
    scope: '/',
    start_url: '/',
    display: 'standalone',
    background_color: themeColours.light.paper,
    theme_color: themeColours.light.paper,
    categories: ['games'],
    shortcuts: [
      { name: home('quick'), url: '/room/quick' },
      { name: home('daily'), url: '/daily' },
      { name: t('practice'), url: '/practice' },
    ],
    icons: [
      { src: '/icon/192', type: 'image/png', sizes: '192x192' },
      { src: '/icon/512', type: 'image/png', sizes: '512x512' },
      { src: '/icon/192', type: 'image/png', sizes: '192x192', purpose: 'maskable' },
      { src: '/icon/512', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  }
}
