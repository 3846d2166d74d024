import { useTranslations } from 'next-intl'
import { NotFoundPage } from '../../_web/home/notices/notice-page'
import { HandwrittenDigit } from '../../_web/ink/logo/handwritten-digit'

export default function ReplayNotFound() {
  const t = useTranslations('replay.notFound')
  return (
    <NotFoundPage
      picture={<HandwrittenDigit digit={0} time={1} className="h-36 text-accent" />}
      title={t('title')}
      home={t('home')}
    >
      {t('text')}
    </NotFoundPage>
  )
}
