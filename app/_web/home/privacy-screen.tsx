import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { guestCookie } from '#server/auth/guest'
import type { Config } from '#server/config'
import { tombstoneDays } from '#server/store/players/tombstones'
import { keepFilesDays } from '#server/store/retention/policy'
import { Button } from '../kit/button'
import { localeCookie } from '../kit/i18n/locales'
import { Link } from '../kit/link'
import { Panel } from '../kit/panel'
import { themeCookie } from '../kit/theme/theme'
import { SiteHeader } from './site-header'

/** A name that is not the language's own, kept apart from the text around it. */
const isolated = (name: string) => `\u2068${name}\u2069`

type PrivacyScreenProps = Pick<Config, 'keepRoundsDays' | 'keepGuessesDays' | 'collectsSamples'>

/** What is stored and for how long, as this server is configured. */
export function PrivacyScreen({ keepRoundsDays, keepGuessesDays, collectsSamples }: PrivacyScreenProps) {
  const t = useTranslations('privacy')
  return (
    <>
      <SiteHeader />
      <main id="main" className="page max-w-3xl">
        <h1 className="mt-4 text-4xl sm:text-6xl">{t('heading')}</h1>
        <p className="mt-3 max-w-prose text-xl">{t('intro')}</p>
        <div className="mt-6 grid grid-cols-1 gap-5">
          <Section id="browser" title={t('browser.title')}>
            <li>{t('browser.guest', { cookie: isolated(guestCookie) })}</li>
            <li>{t('browser.settings', { locale: isolated(localeCookie), theme: isolated(themeCookie) })}</li>
            <li>{t('browser.device')}</li>
          </Section>
          <Section id="server" title={t('server.title')}>
            <li>{t('server.player')}</li>
            <li>{t('server.results')}</li>
            <li>{t('server.drawings', { days: keepRoundsDays ?? 0 })}</li>
            <li>{t('server.guesses', { days: keepGuessesDays ?? 0 })}</li>
            <li>{t('server.code')}</li>
            <li>{t('server.reports')}</li>
          </Section>
          <Section id="training" title={t('training.title')}>
            <li>{t(collectsSamples ? 'training.on' : 'training.off')}</li>
            <li>{t('training.learned')}</li>
            <li>
              <Link href="/models" className="inline-flex min-h-11 items-center underline underline-offset-4">
                {t('training.models')}
              </Link>
            </li>
          </Section>
          <Section id="seen" title={t('seen.title')}>
            <li>{t('seen.room')}</li>
            <li>{t('seen.link')}</li>
            <li>{t('seen.votes')}</li>
            <li>{t('seen.ghosts')}</li>
            <li>{t('seen.profile')}</li>
            <li>{t('seen.others')}</li>
          </Section>
          <Section id="machine" title={t('machine.title')}>
            <li>{t('machine.address')}</li>
            <li>{t('machine.journal')}</li>
            <li>{t('machine.failed', { days: keepFilesDays })}</li>
            <li>{t('machine.log')}</li>
            <li>{t('machine.backup')}</li>
          </Section>
          <Panel aria-labelledby="yours">
            <h2 id="yours" className="text-2xl">
              {t('erase.title')}
            </h2>
            <p className="mt-1">{t('erase.text', { days: tombstoneDays })}</p>
            <Button asChild kind="primary" className="mt-4">
              <Link href="/profile/data">{t('erase.button')}</Link>
            </Button>
          </Panel>
        </div>
      </main>
    </>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <Panel aria-labelledby={id}>
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      <ul className="mt-2 grid list-disc gap-2 ps-5">{children}</ul>
    </Panel>
  )
}
