import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentGuest } from '../../_web/kit/player/current-guest'
import { DataPage } from '../../_web/people/data/data-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('profile.data')
  return { title: t('title'), robots: { index: false } }
}

export default async function OwnDataPage() {
  return <DataPage guest={await currentGuest()} />
}
