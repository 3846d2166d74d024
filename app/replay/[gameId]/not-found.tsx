import { useTranslations } from 'next-intl'
import { NotFound } from '../../_web/home/notices/not-found'

export default function ReplayNotFound() {
  const t = useTranslations('replay.notFound')
  return <NotFound digits={[0]} title={t('title')} text={t('text')} home={t('home')} />
}
