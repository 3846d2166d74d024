import { useTranslations } from 'next-intl'
import { WordMark } from '../../ink/logo/word-mark'
import { Link } from '../../kit/link'

/** The way home, in a room's header: smaller where the buttons beside it leave less place. */
export function HomeMark() {
  const t = useTranslations('common')
  return (
    <Link href="/" aria-label={t('home')} className="grid h-11 min-w-0 grid-cols-1 items-center rounded-xl">
      <WordMark name={t('title')} className="h-10 w-auto max-w-full" />
    </Link>
  )
}
