import type { MetadataRoute } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { directionOf, languageOf } from './_web/kit/i18n/locales'

export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const [words, home, tag] = await Promise.all([
    getTranslations('common'),
    getTranslations('home'),
    getLocale(),
  ])
  const language = languageOf(tag)
  return {
    name: words('title'),
    short_name: words('title'),
    description: words('description'),
    lang: language,
    dir: directionOf(language),
    id: '/',
    scope: '/',
    start_url: '/',
    display: 'standalone',
    background_color: '#fbf7ef',
    theme_color: '#fbf7ef',
    categories: ['games'],
    shortcuts: [
      { name: home('quick'), url: '/room/quick' },
      { name: home('daily'), url: '/daily' },
      { name: words('practice'), url: '/practice' },
    ],
    icons: [
      { src: '/icon/192', type: 'image/png', sizes: '192x192' },
      { src: '/icon/512', type: 'image/png', sizes: '512x512' },
      { src: '/icon/192', type: 'image/png', sizes: '192x192', purpose: 'maskable' },
      { src: '/icon/512', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  }
}
