import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { AwayPage } from '../_web/home/notices/away-page'
import { TornLine } from '../_web/home/notices/torn-line'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.offline')
  return { title: t('title'), robots: { index: false } }
}

/** What the service worker shows in place of any page that cannot be fetched. */
export default function OfflinePage() {
  const t = useTranslations('common.offline')
  return (
    <AwayPage picture={<TornLine />} title={t('title')}>
      {t('text')}
    </AwayPage>
  )
}
