import { useTranslations } from 'next-intl'
import { Link } from './link'

/** The way to what is stored, wherever somebody gives a name. */
export function PrivacyLink() {
  const t = useTranslations('common')
  return (
    <Link
      href="/privacy"
      className="inline-flex min-h-11 items-center text-muted underline underline-offset-4"
    >
      {t('privacy')}
    </Link>
  )
}
