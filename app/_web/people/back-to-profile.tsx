import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** Stands above what belongs to the own profile. */
export function BackToProfile() {
  const t = useTranslations('profile.device')
  return (
    <Link href="/profile" className="mt-2 inline-flex min-h-11 items-center gap-1 font-display font-semibold">
      <ChevronLeft aria-hidden="true" className="size-5 rtl:-scale-x-100" />
      {t('back')}
    </Link>
  )
}
