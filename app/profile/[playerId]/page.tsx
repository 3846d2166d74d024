import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { type PlayerId, playerId as playerIdSchema } from '#game/protocol/scalars'
import { nameForStrangers } from '#server/auth/names'
import { isAdmin } from '../../_web/admin/session'
import { metadataOrBusy, orBusy } from '../../_web/home/notices/or-busy'
import { currentGuest } from '../../_web/kit/player/current-guest'
import { findPlayerProfile, ProfilePage } from '../../_web/people/profile-page'

type PlayerPageProps = { params: Promise<{ playerId: string }> }

/** A profile that is not shown looks like one that does not exist, except to its player and the admin. */
async function findPlayer({ params }: PlayerPageProps) {
  const parsed = playerIdSchema.safeParse((await params).playerId)
  const profile = parsed.success ? await findPlayerProfile(parsed.data) : null
  if (!profile || !(profile.isListed || (await isOwn(profile)) || (await isAdmin()))) notFound()
  return { ...profile, name: nameForStrangers(profile.id, profile.name) }
}

async function isOwn({ id }: { id: PlayerId }): Promise<boolean> {
  return (await currentGuest())?.id === id
}

export const generateMetadata = metadataOrBusy(async (props: PlayerPageProps): Promise<Metadata> => {
  const t = await getTranslations('profile')
  const { name } = await findPlayer(props)
  return { title: t('titleOf', { name }), robots: { index: false } }
})

/** Somebody's profile, as others may see it. */
export default orBusy(async function PlayerPage(props: PlayerPageProps) {
  const [{ id }, guest] = await Promise.all([findPlayer(props), currentGuest()])
  return <ProfilePage playerId={id} guest={guest} />
})
