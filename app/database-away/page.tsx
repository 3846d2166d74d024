import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { AwayPage } from '../_web/home/notices/away-page'
import { HandwrittenNumber } from '../_web/ink/logo/handwritten-digit'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.databaseAway')
  return { title: t('title'), robots: { index: false } }
}

/** What the server shows, with status 503, in place of any page that needs the database while it does not answer. */
export default function DatabaseAwayPage() {
  const t = useTranslations('common.databaseAway')
  return (
    <AwayPage picture={<HandwrittenNumber digits={[5, 0, 3]} />} title={t('title')}>
      {t('text')}
    </AwayPage>
  )
}
