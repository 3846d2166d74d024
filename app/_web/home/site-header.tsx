import { CircleUserRound, PenLine, Trophy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { WordMark } from '../ink/logo/word-mark'
import { LanguageSwitch } from '../kit/i18n/language-switch'
import { Link } from '../kit/link'
import { ThemeSwitch } from '../kit/theme/theme-switch'
import { KeepOffline } from './offline/keep-offline'

const linkClasses =
  'inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-xl px-2 font-display font-semibold hover:bg-wash md:px-3 [&_svg]:size-5'

/** The top of every page outside a room. */
export function SiteHeader({ hasMark = true }: { hasMark?: boolean }) {
  const t = useTranslations('common')
  return (
    <header className="page flex flex-wrap items-center justify-end gap-1 pt-[max(0.75rem,env(safe-area-inset-top))] pb-3">
      {hasMark && (
        <Link href="/" aria-label={t('home')} className="me-auto flex min-h-11 items-center rounded-xl">
          <WordMark name={t('title')} className="h-7 w-auto min-[26rem]:h-11" />
        </Link>
      )}
      <nav aria-label={t('navigation')} className="ms-auto flex flex-wrap justify-end">
        <Link href="/practice" className={linkClasses}>
          <PenLine aria-hidden="true" />
          <span className="max-md:sr-only">{t('practice')}</span>
        </Link>
        <Link href="/leaderboard" className={linkClasses}>
          <Trophy aria-hidden="true" />
          <span className="max-md:sr-only">{t('leaderboard')}</span>
        </Link>
        <Link href="/profile" className={linkClasses}>
          <CircleUserRound aria-hidden="true" />
          <span className="max-md:sr-only">{t('profile')}</span>
        </Link>
      </nav>
      <LanguageSwitch />
      <ThemeSwitch />
      <KeepOffline />
    </header>
  )
}
