import { useTranslations } from 'next-intl'
import { NotFoundPage } from './_web/home/notices/notice-page'
import { HandwrittenNumber } from './_web/ink/logo/handwritten-digit'

export default function NotFound() {
  const t = useTranslations('common.notFound')
  return (
    <NotFoundPage picture={<HandwrittenNumber digits={[4, 0, 4]} />} title={t('title')} home={t('home')}>
      {t('text')}
    </NotFoundPage>
  )
}
