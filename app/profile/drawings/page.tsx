import path from 'node:path'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { findTrainedVersions } from '#models/training/trained-samples'
import { pagePrisma } from '#server/store/page-store'
import { findConsent } from '#server/store/players/find-consent'
import { listOwnSamples } from '#server/store/samples/list-own-samples'
import { parsePage, type SampleQuery } from '../../_web/admin/samples/query'
import { orBusy } from '../../_web/home/notices/or-busy'
import { currentGuest } from '../../_web/kit/player/current-guest'
import { DrawingsPage } from '../../_web/people/drawings/drawings-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('profile.drawings')
  return { title: t('title'), robots: { index: false } }
}

const none = { samples: [], count: 0, pageCount: 0 }

export default orBusy(async function OwnDrawingsPage({
  searchParams,
}: {
  searchParams: Promise<SampleQuery>
}) {
  const [guest, query] = await Promise.all([currentGuest(), searchParams])
  const page = parsePage(query)
  const found = guest ? await listOwnSamples(pagePrisma(), guest.id, page) : none
  const consent = guest && (await findConsent(pagePrisma(), guest.id))
  const ids = found.samples.map(({ id }) => id)
  const trained = await findTrainedVersions(path.resolve('models'), ids)
  return <DrawingsPage {...{ found, page, trained }} hasConsented={consent?.hasConsented === true} />
})
