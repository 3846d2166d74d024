import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { pagePrisma } from '#server/store/page-store'
import { findRecoveryCode } from '#server/store/players/recovery-codes'
import { SiteHeader } from '../../_web/home/site-header'
import { Words } from '../../_web/kit/i18n/words'
import { Panel } from '../../_web/kit/panel'
import { currentGuest } from '../../_web/kit/player/current-guest'
import { BackToProfile } from '../../_web/people/back-to-profile'
import { BringForm } from '../../_web/people/device/bring-form'
import { TakeCode } from '../../_web/people/device/take-code'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('profile.device')
  return { title: words('title'), robots: { index: false } }
}

/** Both ends of the way from one device to another. */
export default async function DevicePage() {
  const [words, format, guest] = await Promise.all([
    getTranslations('profile.device'),
    getFormatter(),
    currentGuest(),
  ])
  const madeAt = guest && (await findRecoveryCode(pagePrisma(), guest.id))
  return (
    <>
      <SiteHeader />
      <main id="main" className="page max-w-4xl">
        <BackToProfile />
        <h1 className="mt-2 text-4xl sm:text-6xl">{words('heading')}</h1>
        <div className="mt-6 grid items-start gap-5 md:grid-cols-2">
          <Words of={['profile', 'refusal']}>
            <Panel aria-labelledby="take">
              <h2 id="take" className="text-2xl">
                {words('take')}
              </h2>
              <p className="mt-1 text-muted">{words(guest ? 'takeText' : 'takeNobody')}</p>
              {madeAt && (
                <p className="mt-2">
                  {words('made', { date: format.dateTime(madeAt, { dateStyle: 'long' }) })}
                </p>
              )}
              {guest && <TakeCode hasOne={madeAt !== null} />}
            </Panel>
            <Panel aria-labelledby="bring">
              <h2 id="bring" className="text-2xl">
                {words('bring')}
              </h2>
              <p className="mt-1 text-muted">{words('bringText')}</p>
              {guest && <p className="mt-2">{words('bringReplaces', { name: guest.name })}</p>}
              <BringForm />
            </Panel>
          </Words>
        </div>
      </main>
    </>
  )
}
