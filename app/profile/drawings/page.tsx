import path from 'node:path'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { findTrainedVersions } from '#models/training/trained-samples'
import { pagePrisma } from '#server/store/page-store'
import { findConsent } from '#server/store/players/find-consent'
import { listOwnSamples } from '#server/store/samples/list-own-samples'
import { parsePage, type SampleQuery } from '../../_web/admin/samples/query'
import { SiteHeader } from '../../_web/home/site-header'
import { HandwrittenDigit } from '../../_web/ink/logo/handwritten-digit'
import { Button } from '../../_web/kit/button'
import { EmptyState } from '../../_web/kit/empty-state'
import { Words } from '../../_web/kit/i18n/words'
import { currentGuest } from '../../_web/kit/player/current-guest'
import { BackToProfile } from '../../_web/people/back-to-profile'
import { DeleteAll } from '../../_web/people/drawings/delete-all'
import { OwnSampleCard } from '../../_web/people/drawings/own-sample-card'
import { SamplePages } from '../../_web/people/drawings/sample-pages'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('profile.drawings')
  return { title: words('title'), robots: { index: false } }
}

/** The drawings that whoever is looking has lent for training. */
export default async function DrawingsPage({ searchParams }: { searchParams: Promise<SampleQuery> }) {
  const [words, guest, query] = await Promise.all([
    getTranslations('profile.drawings'),
    currentGuest(),
    searchParams,
  ])
  const page = parsePage(query)
  const { samples, count, pageCount } = guest
    ? await listOwnSamples(pagePrisma(), guest.id, page)
    : { samples: [], count: 0, pageCount: 0 }
  const consent = guest && (await findConsent(pagePrisma(), guest.id))
  const trained = await findTrainedVersions(
    path.resolve('models'),
    samples.map(({ id }) => id),
  )
  return (
    <>
      <SiteHeader />
      <main id="main" className="page max-w-4xl">
        <BackToProfile />
        <h1 className="mt-2 text-4xl sm:text-6xl">{words('heading')}</h1>
        <Words of={['profile']}>
          {count === 0 ? (
            <EmptyState
              picture={<HandwrittenDigit digit={4} time={0.9} className="h-40 text-accent" />}
              title={words('empty.title')}
              action={
                <Button kind="primary" asChild>
                  <Link href="/">{words('empty.play')}</Link>
                </Button>
              }
            >
              {words('empty.text')}
            </EmptyState>
          ) : (
            <>
              <p className="mt-3 max-w-prose text-muted">{words('text')}</p>
              {consent?.hasConsented !== true && <p className="mt-3 max-w-prose">{words('unused')}</p>}
              <div className="mt-5 mb-3 flex flex-wrap items-center justify-between gap-3">
                <p role="status" className="font-display font-semibold text-lg">
                  {words('count', { count })}
                </p>
                <DeleteAll count={count} />
              </div>
              <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">
                {samples.map((sample) => (
                  <OwnSampleCard key={sample.id} sample={sample} versions={trained.get(sample.id) ?? []} />
                ))}
              </ul>
              <SamplePages page={page} pageCount={pageCount} />
            </>
          )}
        </Words>
      </main>
    </>
  )
}
