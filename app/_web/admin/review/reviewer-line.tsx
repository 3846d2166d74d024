import { useTranslations } from 'next-intl'
import { Link } from '../../kit/link'

/** [F13] Who is reviewing here, and the way to another name. @param back where to go on from there */
export function ReviewerLine({ reviewer, back }: { reviewer: string | null; back: string }) {
  const t = useTranslations('admin.review.reviewer')
  return (
    <p className="text-base text-muted">
      {reviewer !== null && <span className="me-2">{t('here', { name: reviewer })}</span>}
      <Link
        href={`/admin/review/name?${new URLSearchParams({ back })}`}
        className="inline-flex min-h-11 items-center text-ink underline decoration-edge underline-offset-4"
      >
        {t(reviewer === null ? 'say' : 'change')}
      </Link>
    </p>
  )
}
