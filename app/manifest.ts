import type { MetadataRoute } from 'next'
import { getTranslations } from 'next-intl/server'

export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const words = await getTranslations('common')
  return {
    name: words('title'),
    short_name: words('title'),
    description: words('description'),
    start_url: '/',
    display: 'standalone',
    background_color: '#fbf7ef',
    theme_color: '#fbf7ef',
    icons: [
      { src: '/icon/192', type: 'image/png', sizes: '192x192' },
      { src: '/icon/512', type: 'image/png', sizes: '512x512' },
      { src: '/icon/512', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  }
}
