import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ConsentState } from '#game/protocol/consent'
import { Link } from '../kit/link'
import { Panel } from '../kit/panel'
import { ConsentSwitch } from './consent-switch'
import { GhostsSwitch } from './ghosts-switch'
import { ListingSwitch } from './listing-switch'

type OwnPanelProps = { consent: Omit<ConsentState, 'example'>; lendsGhosts: boolean; isListed: boolean }

/** What only the player themselves may see and decide. */
export function OwnPanel({ consent, lendsGhosts, isListed }: OwnPanelProps) {
  const t = useTranslations('profile.own')
  const { isCollecting, kept } = consent
  const hasConsented = consent.hasConsented === true
  return (
    <Panel aria-labelledby="own" className="mt-5">
      <h2 id="own" className="text-2xl">
        {t('title')}
      </h2>
      <div className="mt-2 grid grid-cols-1 gap-x-10 lg:grid-cols-2">
        <div>
          {!isCollecting && <p className="flex min-h-11 items-center font-medium">{t('consentOff')}</p>}
          {/* A yes can be taken back everywhere. */}
          {(isCollecting || hasConsented) && <ConsentSwitch hasConsented={hasConsented} kept={kept} />}
          <GhostsSwitch lendsGhosts={lendsGhosts} />
          <ListingSwitch isListed={isListed} />
        </div>
        <div className="max-lg:mt-3 max-lg:border-line max-lg:border-t max-lg:pt-1">
          <Way href="/profile/drawings" title={t('drawings', { count: kept })} hint={t('drawingsHint')} />
          <Way href="/profile/device" title={t('device')} hint={t('deviceHint')} />
          <Way href="/profile/data" title={t('data')} hint={t('dataHint')} />
          <Way href="/privacy" title={t('privacy')} hint={t('privacyHint')} />
        </div>
      </div>
    </Panel>
  )
}

function Way({ href, title, hint }: { href: string; title: string; hint: string }) {
  return (
    <Link href={href} className="-mx-2 flex min-h-16 items-center gap-3 rounded-xl px-2 py-2 hover:bg-wash">
      <span className="min-w-0 flex-1 leading-tight">
        <span className="block font-medium">{title}</span>
        <span className="block text-base text-muted">{hint}</span>
      </span>
      <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted rtl:-scale-x-100" />
    </Link>
  )
}
