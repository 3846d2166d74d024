import { ChevronLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SiteHeader } from '../home/site-header'
import { MessagesProvider } from '../kit/i18n/messages-provider'
import { Link } from '../kit/link'

/** A page that belongs to the own profile, with the way back to it. */
export function OwnPage({ heading, children }: { heading: string; children: ReactNode }) {
  const t = useTranslations('profile.device')
  return (
    <>
      <SiteHeader />
      <main id="main" className="page max-w-4xl">
        <Link
          href="/profile"
          className="mt-2 inline-flex min-h-11 items-center gap-1 font-display font-semibold"
        >
          <ChevronLeft aria-hidden="true" className="size-5 rtl:-scale-x-100" />
          {t('back')}
        </Link>
        <h1 className="mt-2 text-4xl sm:text-6xl">{heading}</h1>
        <MessagesProvider of={['profile', 'refusal']}>{children}</MessagesProvider>
      </main>
    </>
  )
}
