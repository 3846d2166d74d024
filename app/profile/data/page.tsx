import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { SiteHeader } from '../../_web/home/site-header'
import { Words } from '../../_web/kit/i18n/words'
import { Panel } from '../../_web/kit/panel'
import { currentGuest } from '../../_web/kit/player/current-guest'
import { BackToProfile } from '../../_web/people/back-to-profile'
import { DownloadData } from '../../_web/people/data/download-data'
import { EraseMe } from '../../_web/people/data/erase-me'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('profile.data')
  return { title: t('title'), robots: { index: false } }
}

/** What is stored about whoever is looking: to take along, and to have erased. */
export default async function DataPage() {
  const [t, guest] = await Promise.all([getTranslations('profile.data'), currentGuest()])
  return (
    <>
      <SiteHeader />
      <main id="main" className="page max-w-4xl">
        <BackToProfile />
        <h1 className="mt-2 text-4xl sm:text-6xl">{t('heading')}</h1>
        <p className="mt-3">
          <Link href="/privacy" className="inline-flex min-h-11 items-center underline underline-offset-4">
            {t('privacy')}
          </Link>
        </p>
        <Words of={['profile', 'refusal']}>
          {guest ? (
            <div className="mt-4 grid items-start gap-5 md:grid-cols-2">
              <Panel aria-labelledby="download">
                <h2 id="download" className="text-2xl">
                  {t('download.title')}
                </h2>
                <p className="mt-1 text-muted">{t('download.text')}</p>
                <DownloadData />
              </Panel>
              <Panel aria-labelledby="erase">
                <h2 id="erase" className="text-2xl">
                  {t('erase.title')}
                </h2>
                <EraseMe name={guest.name} />
              </Panel>
            </div>
          ) : (
            <p className="mt-4 text-lg">{t('nobody')}</p>
          )}
        </Words>
      </main>
    </>
  )
}
