import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { WordMark } from '../ink/logo/word-mark'
import { Button } from '../kit/button'
import { MessagesProvider } from '../kit/i18n/messages-provider'
import { Link } from '../kit/link'
import { TabLinks } from '../kit/tab-links'
import { ThemeSwitch } from '../kit/theme/theme-switch'
import { signOut } from './actions'

const tabs = {
  overview: '/admin',
  samples: '/admin/samples',
  review: '/admin/review',
  contributors: '/admin/contributors',
  datasets: '/admin/datasets',
  held: '/admin/held',
  moderation: '/admin/moderation',
  models: '/admin/models',
  server: '/admin/server',
} as const
export type AdminTab = keyof typeof tabs

/** The frame of every admin page behind the password. */
export function AdminFrame({ tab, children }: { tab: AdminTab; children: ReactNode }) {
  const t = useTranslations('admin')
  const common = useTranslations('common')
  return (
    <MessagesProvider of={['admin']}>
      <header className="page flex flex-wrap items-center gap-3 pt-[max(0.75rem,env(safe-area-inset-top))] pb-6">
        <Link href="/" aria-label={common('home')} className="rounded-xl">
          <WordMark name={common('title')} className="h-11 w-auto" />
        </Link>
        <TabLinks
          label={t('navigation')}
          className="order-last basis-full"
          tabs={(Object.keys(tabs) as AdminTab[]).map((each) => ({
            href: tabs[each],
            text: t(`tabs.${each}`),
            isHere: each === tab,
          }))}
        />
        <form action={signOut} className="ms-auto">
          <Button type="submit" kind="quiet" size="small">
            {t('signOut')}
          </Button>
        </form>
        <ThemeSwitch />
      </header>
      <main id="main" className="page">
        {children}
      </main>
    </MessagesProvider>
  )
}
