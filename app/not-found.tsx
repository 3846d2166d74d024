import { useTranslations } from 'next-intl'
import { NotFound } from './_web/home/notices/not-found'

export default function SiteNotFound() {
  const t = useTranslations('common.notFound')
  return <NotFound digits={[4, 0, 4]} title={t('title')} text={t('text')} home={t('home')} />
}
