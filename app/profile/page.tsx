import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentGuest } from '../_web/kit/player/current-guest'
import { ProfilePage } from '../_web/people/profile-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('profile')
  return { title: t('title'), robots: { index: false } }
}

/** The profile of whoever is looking. */
export default async function OwnProfilePage() {
  const guest = await currentGuest()
  return <ProfilePage playerId={guest?.id ?? null} guest={guest} />
}
