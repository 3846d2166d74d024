import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { playerId as playerIdSchema } from '#game/protocol/scalars'
import { nameForStrangers } from '#server/auth/names'
import { findProfile } from '#server/store/find-profile'
import { pagePrisma } from '#server/store/page-store'
import { currentGuest } from '../../player/current-guest'
import { ProfilePage } from '../profile-page'

type PlayerPageProps = { params: Promise<{ playerId: string }> }

async function findPlayer({ params }: PlayerPageProps) {
  const parsed = playerIdSchema.safeParse((await params).playerId)
  const profile = parsed.success ? await findProfile(pagePrisma(), parsed.data) : null
  return profile ? { ...profile, name: nameForStrangers(profile.id, profile.name) } : notFound()
}

export async function generateMetadata(props: PlayerPageProps): Promise<Metadata> {
  const words = await getTranslations('profile')
  const { name } = await findPlayer(props)
  return { title: words('titleOf', { name }), robots: { index: false } }
}

/** Somebody's profile, as others may see it. */
export default async function PlayerPage(props: PlayerPageProps) {
  const [{ id }, guest] = await Promise.all([findPlayer(props), currentGuest()])
  return <ProfilePage playerId={id} guest={guest} />
}
